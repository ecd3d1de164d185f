package org.aidledger.api.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.projections.payout.ApprovalView;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A roster of payouts: decided as one, read with its lines. */
@RestController
@RequestMapping("/api/v1/payout-batches/{batchId}")
class PayoutBatchController {

  private final PayoutOrders orders;
  private final People people;
  private final FundDirectory funds;
  private final PayoutBatchQueries batches;
  private final PayoutQueries payouts;

  PayoutBatchController(
      PayoutOrders orders,
      People people,
      FundDirectory funds,
      PayoutBatchQueries batches,
      PayoutQueries payouts) {
    this.orders = orders;
    this.people = people;
    this.funds = funds;
    this.batches = batches;
    this.payouts = payouts;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  BatchView one(
      @PathVariable PayoutBatchId batchId,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    PayoutBatchView batch =
        batches.one(batchId.toString()).orElseThrow(() -> ApiProblem.notFound("payoutBatch"));
    Page<org.aidledger.projections.payout.PayoutView> lines =
        payouts.list(
            PayoutFilter.ofBatch(batchId.toString()),
            Order.OLDEST_FIRST,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit));
    String currency = funds.currencyOf(FundId.of(batch.fundId())).getCurrencyCode();
    return new BatchView(
        batch.batchId(),
        batch.fundId(),
        batch.reference(),
        batch.state(),
        batch.count(),
        Money.of(batch.total(), currency).toDecimal(),
        currency,
        batch.requestedBy(),
        batch.requestedAt(),
        batch.approvals(),
        batch.payoutsByState(),
        lines.items().stream().map(line -> PayoutView.of(line, people)).toList(),
        ListParameters.next(lines.next()),
        batch.lastPosition());
  }

  @PostMapping("/approval")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<BatchAnswer> approve(@PathVariable PayoutBatchId batchId, Actor actor) {
    return answer(batchId, orders.approveBatch(batchId, actor.accountId()));
  }

  @PostMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<BatchAnswer> reject(
      @PathVariable PayoutBatchId batchId,
      @JsonBody(PayoutController.Reason.class) Shape body,
      Actor actor) {
    return answer(batchId, orders.rejectBatch(batchId, body, actor.accountId()));
  }

  private static ResponseEntity<BatchAnswer> answer(
      PayoutBatchId batchId, Executed<PayoutState> executed) {
    return Positioned.ok(
        new BatchAnswer(batchId.toString(), executed.result().name(), executed.position()),
        executed.position());
  }

  /** Where a batch stands after an order. */
  record BatchAnswer(String batchId, String state, long position) {}

  /**
   * A batch with a page of its payouts.
   *
   * @param payoutsByState how many of its payouts are in which state
   */
  record BatchView(
      String batchId,
      String fundId,
      String reference,
      String state,
      int count,
      String total,
      String currency,
      String requestedBy,
      Instant requestedAt,
      List<ApprovalView> approvals,
      Map<String, Long> payoutsByState,
      List<PayoutView> payouts,
      @Nullable String next,
      long position) {}
}
