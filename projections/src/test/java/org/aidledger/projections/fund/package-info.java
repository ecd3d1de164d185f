/** Tests of balances, now and in the past. */
@NullMarked
package org.aidledger.projections.fund;

import org.jspecify.annotations.NullMarked;
