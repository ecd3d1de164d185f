/**
 * Figures of the running ledger for a monitor: counts, times and distances, without names and
 * without a label that grows with the book.
 */
@NullMarked
package org.aidledger.api.metrics;

import org.jspecify.annotations.NullMarked;
