/** Tests of the one writer of the read models. */
@NullMarked
package org.aidledger.projections.writing;

import org.jspecify.annotations.NullMarked;
