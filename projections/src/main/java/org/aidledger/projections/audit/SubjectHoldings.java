package org.aidledger.projections.audit;

/**
 * How much of the book hangs on one person's key; amounts, days and references do not.
 *
 * @param donations that name the person
 * @param payouts to the person
 * @param texts reasons and purposes that were sealed under the key
 * @param readings of the person's data on record
 */
public record SubjectHoldings(long donations, long payouts, long texts, long readings) {}
