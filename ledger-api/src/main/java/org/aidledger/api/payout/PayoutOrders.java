package org.aidledger.api.payout;

import java.util.Map;
import java.util.UUID;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.ApprovePayoutBatch;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.RejectPayout;
import org.aidledger.core.payout.command.RejectPayoutBatch;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.subject.SealedText;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
import org.springframework.stereotype.Component;

/** Gives the orders about payouts and batches, for REST and pages alike. */
@Component
public final class PayoutOrders {

  private final Ledger ledger;
  private final People people;
  private final BusinessCalendar calendar;
  private final RecordedReferences recorded;
  private final FundDirectory funds;
  private final PayoutDesk desk;

  PayoutOrders(
      Ledger ledger,
      People people,
      BusinessCalendar calendar,
      RecordedReferences recorded,
      FundDirectory funds,
      PayoutDesk desk) {
    this.ledger = ledger;
    this.people = people;
    this.calendar = calendar;
    this.recorded = recorded;
    this.funds = funds;
    this.desk = desk;
  }

  /** Asks for one payout; its first event is a {@link PayoutRequested}. */
  public Executed<Begun> request(FundId fundId, Shape body, AccountId actor) {
    var currency = funds.currencyOf(fundId);
    return desk.request(fundId, body.read(b -> PayoutForm.read(b, currency)), actor);
  }

  public Executed<PayoutState> approve(PayoutId id, AccountId actor) {
    return ledger.execute(new ApprovePayout(id, actor, calendar.today()), actor);
  }

  /** Needs {@code reason}. */
  public Executed<PayoutState> reject(PayoutId id, Shape body, AccountId actor) {
    return ledger.execute(body.read(b -> new RejectPayout(id, actor, reason(id, b))), actor);
  }

  /** Needs {@code paidOn} and {@code bankReference}. */
  public Executed<PayoutState> pay(PayoutId id, Shape body, AccountId actor) {
    PayPayout order =
        body.read(
            b ->
                new PayPayout(
                    id,
                    actor,
                    b.day("paidOn"),
                    b.text("bankReference", PayoutForm.REFERENCE_LENGTH)));
    return ledger.execute(order, actor);
  }

  /** Needs {@code returnedOn} and {@code reason}. */
  public Executed<PayoutState> takeBack(PayoutId id, Shape body, AccountId actor) {
    ReturnPayout order =
        body.read(b -> new ReturnPayout(id, actor, b.day("returnedOn"), reason(id, b)));
    return ledger.execute(order, actor);
  }

  /** Needs {@code reason}. */
  public Executed<PayoutState> cancel(PayoutId id, Shape body, AccountId actor) {
    CancelPayout order =
        body.read(b -> new CancelPayout(id, actor, calendar.today(), reason(id, b)));
    return ledger.execute(order, actor);
  }

  public Executed<PayoutState> approveBatch(PayoutBatchId id, AccountId actor) {
    return ledger.execute(new ApprovePayoutBatch(id, actor, calendar.today()), actor);
  }

  /** Needs {@code reason}. */
  public Executed<PayoutState> rejectBatch(PayoutBatchId id, Shape body, AccountId actor) {
    RejectPayoutBatch order =
        body.read(
            b ->
                new RejectPayoutBatch(
                    id, actor, people.text(null, b.text("reason", Shape.LONG_TEXT))));
    return ledger.execute(order, actor);
  }

  /** A full account number, and the position at which its reading is on record. */
  public record Account(String number, long position) {}

  /**
   * The full account number of a payee; the reading is on record before this returns.
   *
   * @throws ApiProblem if there is none, or the person's key is destroyed
   */
  public Account account(PayoutId id, AccountId actor) {
    SealedText payee = first(id).payee().person();
    Executed<?> noted =
        ledger.execute(
            new NoteReading(
                UUID.randomUUID().toString(),
                SubjectId.of(payee.subjectId()),
                People.BANK_ACCOUNT,
                id.toString()),
            actor);
    Map<String, String> fields =
        people
            .open(People.Kind.PERSON, payee)
            .orElseThrow(() -> ApiProblem.notFound("bankAccount"));
    return new Account(fields.getOrDefault(People.BANK_ACCOUNT, ""), noted.position());
  }

  private SealedText reason(PayoutId id, Shape body) {
    return people.text(first(id).payee().person(), body.text("reason", Shape.LONG_TEXT));
  }

  private PayoutRequested first(PayoutId id) {
    return recorded
        .first(id.toString(), PayoutRequested.class)
        .orElseThrow(() -> ApiProblem.notFound("payout"));
  }
}
