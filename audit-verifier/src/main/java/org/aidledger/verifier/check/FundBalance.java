package org.aidledger.verifier.check;

/**
 * What a fund has.
 *
 * @param available in minor units of the currency
 * @param reserved for payouts that are approved and not settled
 * @param lastEntryNumber 0 if it has none
 */
public record FundBalance(
    String fundId, String currency, long available, long reserved, long lastEntryNumber) {}
