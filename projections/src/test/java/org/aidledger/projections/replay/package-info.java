/** Tests of the replay. */
@NullMarked
package org.aidledger.projections.replay;

import org.jspecify.annotations.NullMarked;
