package org.aidledger.projections.history;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.core.fund.Movement;
import org.jspecify.annotations.Nullable;

/** What the generator must know of a payout. */
final class PayoutState {

  final String id;
  final FundState fund;
  final long amount;
  final @Nullable DonationState donation;
  final @Nullable BatchState batch;
  String state = "REQUESTED";
  int approvals;

  PayoutState(
      String id,
      FundState fund,
      long amount,
      @Nullable DonationState donation,
      @Nullable BatchState batch) {
    this.id = id;
    this.fund = fund;
    this.amount = amount;
    this.donation = donation;
    this.batch = batch;
  }

  String kind() {
    return donation == null ? "AID" : "REFUND";
  }

  long post(String actor, Movement movement) {
    return fund.post(actor, movement, List.of(id), amount);
  }

  void log(String actor, Object event) {
    fund.log.add("Payout", id, actor, event);
  }

  /** What the generator must know of a batch of payouts. */
  static final class BatchState {

    final String id;
    final FundState fund;
    final List<PayoutState> payouts = new ArrayList<>();
    boolean open = true;

    BatchState(String id, FundState fund) {
      this.id = id;
      this.fund = fund;
    }
  }
}
