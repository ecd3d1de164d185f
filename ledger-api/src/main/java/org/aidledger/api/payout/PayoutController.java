package org.aidledger.api.payout;

import java.util.Map;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.RejectPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.subject.SealedText;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
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

  private final Ledger ledger;
  private final People people;
  private final BusinessCalendar calendar;
  private final RecordedReferences recorded;
  private final PayoutQueries payouts;

  PayoutController(
      Ledger ledger,
      People people,
      BusinessCalendar calendar,
      RecordedReferences recorded,
      PayoutQueries payouts) {
    this.ledger = ledger;
    this.people = people;
    this.calendar = calendar;
    this.recorded = recorded;
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
    SealedText payee = first(payoutId).payee().person();
    Executed<?> noted =
        ledger.execute(
            new NoteReading(
                UUID.randomUUID().toString(),
                SubjectId.of(payee.subjectId()),
                People.BANK_ACCOUNT,
                payoutId.toString()),
            actor.accountId());
    String account =
        people
            .open(People.Kind.PERSON, payee)
            .map(fields -> fields.getOrDefault(People.BANK_ACCOUNT, ""))
            .orElseThrow(() -> ApiProblem.notFound("bankAccount"));
    return Positioned.ok(Map.of("bankAccount", account), noted.position());
  }

  @PostMapping("/approval")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<PayoutAnswer> approve(@PathVariable PayoutId payoutId, Actor actor) {
    return execute(
        payoutId, new ApprovePayout(payoutId, actor.accountId(), calendar.today()), actor);
  }

  @PostMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  ResponseEntity<PayoutAnswer> reject(
      @PathVariable PayoutId payoutId, @JsonBody(Reason.class) Shape body, Actor actor) {
    RejectPayout order =
        body.read(b -> new RejectPayout(payoutId, actor.accountId(), reason(payoutId, b)));
    return execute(payoutId, order, actor);
  }

  @PostMapping("/payment")
  @RequiresRole(Role.CASHIER)
  ResponseEntity<PayoutAnswer> pay(
      @PathVariable PayoutId payoutId, @JsonBody(Payment.class) Shape body, Actor actor) {
    PayPayout order =
        body.read(
            b ->
                new PayPayout(
                    payoutId,
                    actor.accountId(),
                    b.day("paidOn"),
                    b.text("bankReference", PayoutForm.REFERENCE_LENGTH)));
    return execute(payoutId, order, actor);
  }

  @PostMapping("/return")
  @RequiresRole(Role.CASHIER)
  ResponseEntity<PayoutAnswer> takeBack(
      @PathVariable PayoutId payoutId, @JsonBody(Return.class) Shape body, Actor actor) {
    ReturnPayout order =
        body.read(
            b ->
                new ReturnPayout(
                    payoutId, actor.accountId(), b.day("returnedOn"), reason(payoutId, b)));
    return execute(payoutId, order, actor);
  }

  @PostMapping("/cancellation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<PayoutAnswer> cancel(
      @PathVariable PayoutId payoutId, @JsonBody(Reason.class) Shape body, Actor actor) {
    CancelPayout order =
        body.read(
            b ->
                new CancelPayout(
                    payoutId, actor.accountId(), calendar.today(), reason(payoutId, b)));
    return execute(payoutId, order, actor);
  }

  private ResponseEntity<PayoutAnswer> execute(PayoutId payoutId, Object order, Actor actor) {
    Executed<PayoutState> executed = ledger.execute(order, actor.accountId());
    return Positioned.ok(
        new PayoutAnswer(payoutId.toString(), executed.result().name(), executed.position()),
        executed.position());
  }

  private SealedText reason(PayoutId payoutId, Shape body) {
    return people.text(first(payoutId).payee().person(), body.text("reason", Shape.LONG_TEXT));
  }

  private PayoutRequested first(PayoutId payoutId) {
    return recorded
        .first(payoutId.toString(), PayoutRequested.class)
        .orElseThrow(() -> ApiProblem.notFound("payout"));
  }

  /** The body of an order that needs nothing but a reason. */
  record Reason(String reason) {}

  /** The body of a payment. */
  record Payment(String paidOn, String bankReference) {}

  /** The body of a return by the bank. */
  record Return(String returnedOn, String reason) {}
}
