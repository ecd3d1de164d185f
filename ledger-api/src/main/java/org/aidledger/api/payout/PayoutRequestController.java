package org.aidledger.api.payout;

import java.util.Currency;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.stream.Begun;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests for payouts, one or a roster. */
@RestController
@RequestMapping("/api/v1/funds/{fundId}")
@RequiresRole(Role.FINANCE)
class PayoutRequestController {

  /** Lines of one roster, which is one append. */
  private static final int MOST_LINES = 5_000;

  private final PayoutOrders orders;
  private final PayoutDesk desk;
  private final FundDirectory funds;

  PayoutRequestController(PayoutOrders orders, PayoutDesk desk, FundDirectory funds) {
    this.orders = orders;
    this.desk = desk;
    this.funds = funds;
  }

  @PostMapping("/payouts")
  ResponseEntity<PayoutAnswer> request(
      @PathVariable FundId fundId, @JsonBody(PayoutForm.class) Shape body, Actor actor) {
    Executed<Begun> executed = orders.request(fundId, body, actor.accountId());
    PayoutRequested event = (PayoutRequested) executed.result().event();
    return answered(
        executed,
        "/api/v1/payouts/" + event.payoutId(),
        new PayoutAnswer(event.payoutId(), "REQUESTED", position(executed)));
  }

  @PostMapping("/payout-batches")
  ResponseEntity<PayoutBatchAnswer> requestAll(
      @PathVariable FundId fundId,
      @JsonBody(value = PayoutForm.Batch.class, maxBytes = JsonBody.BATCH) Shape body,
      Actor actor) {
    Currency currency = funds.currencyOf(fundId);
    Roster roster =
        body.read(
            b ->
                new Roster(
                    b.text("reference", PayoutForm.REFERENCE_LENGTH),
                    b.objects("payouts", 1, MOST_LINES).stream()
                        .map(line -> line.read(l -> PayoutForm.read(l, currency)))
                        .toList()));
    Executed<Begun> executed =
        desk.requestAll(fundId, roster.reference(), roster.drafts(), actor.accountId());
    PayoutBatchRequested event = (PayoutBatchRequested) executed.result().event();
    return answered(
        executed,
        "/api/v1/payout-batches/" + event.batchId(),
        new PayoutBatchAnswer(event.batchId(), "REQUESTED", event.payoutIds(), position(executed)));
  }

  private record Roster(String reference, List<PayoutDraft> drafts) {}

  /** The first outcome's position for a repetition. */
  private static long position(Executed<Begun> executed) {
    return executed.result() instanceof Begun.Known known
        ? known.first().position()
        : executed.position();
  }

  private static <T> ResponseEntity<T> answered(Executed<Begun> executed, String location, T body) {
    return switch (executed.result()) {
      case Begun.New _ -> Positioned.created(location, body, executed.position());
      case Begun.Known _ -> Positioned.ok(body, executed.position());
    };
  }

  /** A roster that was asked for; the payouts are in the order of the request. */
  record PayoutBatchAnswer(String batchId, String state, List<String> payoutIds, long position) {}
}
