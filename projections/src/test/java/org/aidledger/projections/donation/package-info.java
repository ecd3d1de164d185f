/** Tests of questions about donations. */
@NullMarked
package org.aidledger.projections.donation;

import org.jspecify.annotations.NullMarked;
