/** REST for funds: opening, terms, state, balances. */
@NullMarked
package org.aidledger.api.fund;

import org.jspecify.annotations.NullMarked;
