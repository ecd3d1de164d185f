/** REST for opening balances, other income and expense, and transfers. */
@NullMarked
package org.aidledger.api.entry;

import org.jspecify.annotations.NullMarked;
