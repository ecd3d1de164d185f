package org.aidledger.api.web.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.WaitingWork;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.payout.ApprovalView;
import org.aidledger.projections.payout.DutyCounts;
import org.aidledger.projections.payout.DutyQueries;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutView;
import org.springframework.stereotype.Component;

/** What waits for a person, by the roles that they hold, and what waits for others. */
@Component
final class Duties implements WaitingWork {

  private final DutyQueries queries;
  private final PayoutTexts payoutTexts;

  Duties(DutyQueries queries, PayoutTexts payoutTexts) {
    this.queries = queries;
    this.payoutTexts = payoutTexts;
  }

  @Override
  public String path() {
    return "/payouts";
  }

  @Override
  public long count(Actor actor) {
    DutyCounts counts = queries.counts(actor.accountId().toString());
    return (actor.has(Role.APPROVER) ? counts.toDecide() : 0)
        + (actor.has(Role.CASHIER) ? counts.toPay() : 0)
        + (actor.has(Role.FINANCE) ? counts.returned() : 0);
  }

  /** Everything that waits, what the person can do themselves first; empty kinds are left out. */
  List<Duty> of(Actor actor, Texts texts) {
    List<Duty> found = new ArrayList<>();
    List<PayoutView> asked = queries.payouts("REQUESTED");
    List<PayoutBatchView> askedBatches = queries.batchesToDecide();
    List<PayoutView> due = queries.payouts("APPROVED");
    List<PayoutBatchView> dueBatches = queries.batchesToPay();
    List<PayoutView> returned = queries.payouts("RETURNED");
    boolean approver = actor.has(Role.APPROVER);
    boolean cashier = actor.has(Role.CASHIER);
    boolean finance = actor.has(Role.FINANCE);
    add(found, "decide", approver, rows(asked, askedBatches, third(actor, approver), texts));
    add(found, "pay", cashier, rows(due, dueBatches, third(actor, cashier), texts));
    add(found, "returned", finance || cashier, rows(returned, List.of(), _ -> true, texts));
    add(found, "othersDecide", false, rows(asked, askedBatches, second(actor, approver), texts));
    add(found, "othersPay", false, rows(due, dueBatches, second(actor, cashier), texts));
    found.sort((a, b) -> Boolean.compare(b.mine(), a.mine()));
    return List.copyOf(found);
  }

  private static void add(List<Duty> duties, String key, boolean mine, List<PayoutRow> rows) {
    if (!rows.isEmpty()) {
      duties.add(new Duty(key, mine, rows));
    }
  }

  private record Involved(String requestedBy, List<ApprovalView> approvals) {}

  /** Who holds the role and has neither asked nor agreed. */
  private static Predicate<Involved> third(Actor actor, boolean role) {
    String me = actor.accountId().toString();
    return matter ->
        role
            && !matter.requestedBy().equals(me)
            && matter.approvals().stream().noneMatch(one -> one.accountId().equals(me));
  }

  private static Predicate<Involved> second(Actor actor, boolean role) {
    return third(actor, role).negate();
  }

  private List<PayoutRow> rows(
      List<PayoutView> payouts,
      List<PayoutBatchView> batches,
      Predicate<Involved> wanted,
      Texts texts) {
    List<PayoutRow> rows =
        new ArrayList<>(
            payoutTexts.batchRows(
                batches.stream()
                    .filter(b -> wanted.test(new Involved(b.requestedBy(), b.approvals())))
                    .toList(),
                texts));
    rows.addAll(
        payoutTexts.rows(
            payouts.stream()
                .filter(p -> wanted.test(new Involved(p.requestedBy(), p.approvals())))
                .toList(),
            texts));
    return rows;
  }
}
