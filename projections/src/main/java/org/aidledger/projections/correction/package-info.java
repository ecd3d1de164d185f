/** What became known of a period between two times. */
@NullMarked
package org.aidledger.projections.correction;

import org.jspecify.annotations.NullMarked;
