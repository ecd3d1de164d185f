/** Questions about donations as they stand now. */
@NullMarked
package org.aidledger.projections.donation;

import org.jspecify.annotations.NullMarked;
