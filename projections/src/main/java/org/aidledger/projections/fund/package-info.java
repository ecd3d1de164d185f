/** Questions about funds: their terms, their balances now and in the past, their months. */
@NullMarked
package org.aidledger.projections.fund;

import org.jspecify.annotations.NullMarked;
