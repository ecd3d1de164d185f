package org.aidledger.core.payout;

import java.util.List;
import org.aidledger.core.donation.Donation;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.command.ApprovePayoutBatch;
import org.aidledger.core.payout.command.RejectPayoutBatch;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Carries out the orders that decide a whole roster; lines that were cancelled before are left out.
 */
public final class PayoutBatchCommands {

  private final Repository<Fund> funds;
  private final Refunds refunds;
  private final Repository<Payout> payouts;
  private final Repository<PayoutBatch> batches;

  public PayoutBatchCommands(
      Repository<Fund> funds,
      Repository<Donation> donations,
      Repository<Payout> payouts,
      Repository<PayoutBatch> batches) {
    this.funds = funds;
    this.refunds = new Refunds(donations);
    this.payouts = payouts;
    this.batches = batches;
  }

  @CommandHandler
  PayoutState handle(ApprovePayoutBatch command) {
    Aggregate<PayoutBatch> batch = batches.load(command.batchId().toString());
    if (batch.invoke(b -> b.isApprovedBy(command.actor()))) {
      return batch.invoke(PayoutBatch::state);
    }
    batch.execute(b -> b.requireDecidable(command.actor()));
    List<Aggregate<Payout>> standing = standing(batch);
    long total = standing.stream().mapToLong(p -> p.invoke(x -> x.request().amount())).sum();
    Aggregate<Fund> fund = funds.load(batch.invoke(b -> b.request().fundId()));
    int required = fund.invoke(f -> f.approvalsFor(total));
    boolean complete = batch.invoke(b -> b.completesWith(required));
    batch.execute(b -> b.approve(command.actor(), complete));
    if (complete && !standing.isEmpty()) {
      List<String> ids = standing.stream().map(p -> p.invoke(x -> x.request().payoutId())).toList();
      long first = fund.invoke(f -> f.post(Movement.RESERVATION, ids, total, command.today()));
      approveLines(standing, command, first);
    } else {
      fund.execute(f -> f.requireOpenFor(Movement.RESERVATION));
      standing.forEach(
          p -> p.execute(x -> x.approve(command.actor(), complete, command.today(), null)));
    }
    return batch.invoke(PayoutBatch::state);
  }

  private static void approveLines(
      List<Aggregate<Payout>> payouts, ApprovePayoutBatch command, long first) {
    for (int i = 0; i < payouts.size(); i++) {
      long number = first + i;
      payouts.get(i).execute(p -> p.approve(command.actor(), true, command.today(), number));
    }
  }

  @CommandHandler
  PayoutState handle(RejectPayoutBatch command) {
    Aggregate<PayoutBatch> batch = batches.load(command.batchId().toString());
    if (batch.invoke(PayoutBatch::isRejected)) {
      return batch.invoke(PayoutBatch::state);
    }
    batch.execute(b -> b.requireDecidable(command.actor()));
    List<Aggregate<Payout>> standing = standing(batch);
    refunds.lock(standing.stream().map(Refunds::donationOf));
    for (Aggregate<Payout> payout : standing) {
      refunds.release(payout);
      payout.execute(p -> p.reject(command.reason()));
    }
    batch.execute(b -> b.reject(command.reason()));
    return batch.invoke(PayoutBatch::state);
  }

  private List<Aggregate<Payout>> standing(Aggregate<PayoutBatch> batch) {
    List<String> ids = batch.invoke(b -> b.request().payoutIds());
    // Locked by identity, as gathered orders lock theirs, whatever their order in the roster.
    ids.stream().sorted().forEach(payouts::load);
    return ids.stream()
        .map(payouts::load)
        .filter(p -> p.invoke(x -> x.isIn(PayoutState.REQUESTED)))
        .toList();
  }
}
