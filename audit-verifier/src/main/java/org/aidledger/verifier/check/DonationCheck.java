package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/**
 * Donations and other entries: who takes back or corrects has not recorded it, starts from what was
 * recorded, and no more is refunded than was given.
 */
final class DonationCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Ids streams;
  private final Longs amounts = new Longs();

  /** Who recorded it, plus one. */
  private final Longs recorders = new Longs();

  private final Names accounts = new Names();

  /** Of the few to which something happened after they were recorded. */
  private final Map<Integer, Later> later = new HashMap<>();

  DonationCheck(Scope scope, Findings findings, Ids streams) {
    this.scope = scope;
    this.findings = findings;
    this.streams = streams;
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
    int stream = streams.numberOf(event.streamId());
    amounts.set(stream, event.payload().number(Field.AMOUNT));
    recorders.set(stream, accounts.numberOf(event.actor()) + 1L);
  }

  private void changed(Event event, long before) {
    int stream = streams.numberOf(event.streamId());
    Later it = later(stream);
    boolean known = recorders.get(stream) != 0;
    if (known ? amounts.get(stream) != before || it.reversed : scope.fromStart()) {
      differs(event);
    }
    if (it.recorders.contains(event.actor())) {
      findings.add(Code.SELF_CORRECTION, "position", event.position(), "account", event.actor());
    }
    if ("DonationCorrected".equals(event.type())) {
      amounts.set(stream, event.payload().number(Field.AMOUNT));
      it.recorders.add(event.actor());
      requireCovered(event, stream, it, known);
    } else {
      it.reversed = true;
      if (it.refunded() > 0) {
        differs(event);
      }
    }
  }

  private void refund(Event event) {
    int stream = streams.numberOf(event.streamId());
    Later it = later(stream);
    Payload payload = event.payload();
    it.refunds.put(payload.text(Field.PAYOUT_ID), payload.number(Field.AMOUNT));
    requireCovered(event, stream, it, recorders.get(stream) != 0);
  }

  private void release(Event event) {
    Later it = later(streams.numberOf(event.streamId()));
    if (it.refunds.remove(event.payload().text(Field.PAYOUT_ID)) == null && scope.fromStart()) {
      differs(event);
    }
  }

  private void requireCovered(Event event, int stream, Later it, boolean known) {
    if (known && (it.reversed || it.refunded() > amounts.get(stream))) {
      findings.add(
          Code.REFUND_EXCEEDS_DONATION,
          "position",
          event.position(),
          "donation",
          event.streamId(),
          "amount",
          amounts.get(stream),
          "refunded",
          it.refunded());
    }
  }

  private void differs(Event event) {
    findings.add(Code.CORRECTION_DIFFERS, "position", event.position(), "stream", event.streamId());
  }

  private Later later(int stream) {
    return later.computeIfAbsent(
        stream,
        unknown -> {
          Later fresh = new Later();
          int recorder = (int) recorders.get(stream);
          if (recorder > 0) {
            fresh.recorders.add(accounts.name(recorder - 1));
          }
          return fresh;
        });
  }

  /** What happened afterwards. */
  private static final class Later {

    private final Set<String> recorders = new HashSet<>();
    private final Map<String, Long> refunds = new HashMap<>();
    private boolean reversed;

    long refunded() {
      return refunds.values().stream().reduce(0L, Math::addExact);
    }
  }
}
