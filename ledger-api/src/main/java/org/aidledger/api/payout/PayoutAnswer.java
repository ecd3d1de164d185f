package org.aidledger.api.payout;

/** Where a payout stands after an order. */
record PayoutAnswer(String payoutId, String state, long position) {}
