package org.aidledger.api.fund;

/** The state of a fund after an order. */
record FundStateAnswer(String fundId, String state, long position) {}
