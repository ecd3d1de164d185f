/** Exact amounts of money and the one place where text becomes an amount. */
@NullMarked
package org.aidledger.core.money;

import org.jspecify.annotations.NullMarked;
