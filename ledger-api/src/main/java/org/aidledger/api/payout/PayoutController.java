package org.aidledger.api.payout;

import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.projections.payout.PayoutQueries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One payout on its way. */
@RestController
@RequestMapping("/api/v1/payouts/{payoutId}")
class PayoutController {

  private final PayoutOrders orders;
  private final People people;
  private final PayoutQueries payouts;

  PayoutController(PayoutOrders orders, People people, PayoutQueries payouts) {
    this.orders = orders;
    this.people = people;
    this.payouts = payouts;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  PayoutView one(@PathVariable PayoutId payoutId) {
    return payouts
        .one(payoutId.toString())
        .map(found -> PayoutView.of(found, people))
        .orElseThrow(() -> ApiProblem.notFound("payout"));
  }

  /**
   * The full bank account, for the cashier who pays; the reading is on record before the answer.
   */
  @GetMapping("/bank-account")
  @RequiresRole(Role.CASHIER)
  ResponseEntity<Map<String, String>> bankAccount(@PathVariable PayoutId payoutId, Actor actor) {
    PayoutOrders.Account account = orders.account(payoutId, actor.accountId());
    return Positioned.ok(Map.of("bankAccount", account.number()), account.position());
  }

  @PostMapping("/approval")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<PayoutAnswer> approve(@PathVariable PayoutId payoutId, Actor actor) {
    return answer(payoutId, orders.approve(payoutId, actor.accountId()));
  }

  @PostMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<PayoutAnswer> reject(
      @PathVariable PayoutId payoutId, @JsonBody(Reason.class) Shape body, Actor actor) {
    return answer(payoutId, orders.reject(payoutId, body, actor.accountId()));
  }

  @PostMapping("/payment")
  @RequiresRole(Role.CASHIER)
  ResponseEntity<PayoutAnswer> pay(
      @PathVariable PayoutId payoutId, @JsonBody(Payment.class) Shape body, Actor actor) {
    return answer(payoutId, orders.pay(payoutId, body, actor.accountId()));
  }

  @PostMapping("/return")
  @RequiresRole(Role.CASHIER)
  ResponseEntity<PayoutAnswer> takeBack(
      @PathVariable PayoutId payoutId, @JsonBody(Return.class) Shape body, Actor actor) {
    return answer(payoutId, orders.takeBack(payoutId, body, actor.accountId()));
  }

  @PostMapping("/cancellation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<PayoutAnswer> cancel(
      @PathVariable PayoutId payoutId, @JsonBody(Reason.class) Shape body, Actor actor) {
    return answer(payoutId, orders.cancel(payoutId, body, actor.accountId()));
  }

  private static ResponseEntity<PayoutAnswer> answer(
      PayoutId payoutId, Executed<PayoutState> executed) {
    return Positioned.ok(
        new PayoutAnswer(payoutId.toString(), executed.result().name(), executed.position()),
        executed.position());
  }

  /** The body of an order that needs nothing but a reason. */
  record Reason(String reason) {}

  /** The body of a payment. */
  record Payment(String paidOn, String bankReference) {}

  /** The body of a return by the bank. */
  record Return(String returnedOn, String reason) {}
}
