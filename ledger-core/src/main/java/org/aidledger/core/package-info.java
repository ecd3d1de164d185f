/** The domain of the ledger: aggregates decide commands and evolve by events. */
@NullMarked
package org.aidledger.core;

import org.jspecify.annotations.NullMarked;
