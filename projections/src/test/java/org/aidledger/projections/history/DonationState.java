package org.aidledger.projections.history;

import java.time.LocalDate;

/** What the generator must know of a donation. */
final class DonationState {

  final String id;
  final FundState fund;
  long amount;
  LocalDate receivedOn;
  long refunds;
  boolean reversed;

  DonationState(String id, FundState fund, long amount, LocalDate receivedOn) {
    this.id = id;
    this.fund = fund;
    this.amount = amount;
    this.receivedOn = receivedOn;
  }
}
