package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.scratch.Scratch;

/**
 * Donations and other entries: who takes back or corrects has not recorded it, starts from what was
 * recorded, and no more is refunded than was given.
 */
final class DonationCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Streams streams;
  private final Accounts accounts;
  private final Entered entered;
  private final Refunds refunds;

  DonationCheck(
      Scope scope, Findings findings, Streams streams, Accounts accounts, Scratch scratch) {
    this.scope = scope;
    this.findings = findings;
    this.streams = streams;
    this.accounts = accounts;
    entered = new Entered(scratch);
    refunds = new Refunds(scratch);
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "DonationReceived", "OpeningBalanceSet", "IncomeRecorded", "ExpenseRecorded" ->
          recorded(event);
      case "DonationCorrected" -> changed(event, event.payload().number(Field.AMOUNT_BEFORE));
      case "DonationReversed", "EntryReversed" ->
          changed(event, event.payload().number(Field.AMOUNT));
      case "DonationRefundReserved" -> refund(event);
      case "DonationRefundReleased" -> release(event);
      default -> {}
    }
  }

  private void recorded(Event event) {
    entered.record(
        streams.numberOf(event),
        event.payload().number(Field.AMOUNT),
        accounts.numberOf(event.actor()));
  }

  private void changed(Event event, long before) {
    long stream = streams.numberOf(event);
    boolean known = entered.known(stream);
    boolean asRecorded = entered.amount(stream) == before && !entered.reversed(stream);
    if (known ? !asRecorded : scope.fromStart()) {
      differs(event);
    }
    long account = accounts.numberOf(event.actor());
    if (entered.recordedBy(stream, account)) {
      findings.add(Code.SELF_CORRECTION, "position", event.position(), "account", event.actor());
    }
    if ("DonationCorrected".equals(event.type())) {
      entered.setAmount(stream, event.payload().number(Field.AMOUNT));
      entered.addRecorder(stream, account);
      requireCovered(event, stream);
    } else {
      entered.reverse(stream);
      if (refunds.sum(entered.refunds(stream)) > 0) {
        differs(event);
      }
    }
  }

  private void refund(Event event) {
    long stream = streams.numberOf(event);
    Payload payload = event.payload();
    String payout = payload.text(Field.PAYOUT_ID);
    long amount = payload.number(Field.AMOUNT);
    entered.setRefunds(
        stream, refunds.with(entered.refunds(stream), event.streamId(), payout, amount));
    requireCovered(event, stream);
  }

  private void release(Event event) {
    String payout = event.payload().text(Field.PAYOUT_ID);
    if (!refunds.release(event.streamId(), payout) && scope.fromStart()) {
      differs(event);
    }
  }

  private void requireCovered(Event event, long stream) {
    if (!entered.known(stream)) {
      return;
    }
    long refunded = refunds.sum(entered.refunds(stream));
    if (entered.reversed(stream) || refunded > entered.amount(stream)) {
      findings.add(
          Code.REFUND_EXCEEDS_DONATION,
          "position",
          event.position(),
          "donation",
          event.streamId(),
          "amount",
          entered.amount(stream),
          "refunded",
          refunded);
    }
  }

  private void differs(Event event) {
    findings.add(Code.CORRECTION_DIFFERS, "position", event.position(), "stream", event.streamId());
  }
}
