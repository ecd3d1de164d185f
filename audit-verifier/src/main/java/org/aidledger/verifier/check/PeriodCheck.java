package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/**
 * No entry is dated into a period that was closed for its fund before, unless late entries go to
 * the next period. Days are compared as texts, which is their order in ISO 8601.
 */
final class PeriodCheck implements Check {

  private static final String REFUSED = "REFUSED";

  private final Findings findings;

  /** The last closed day of each fund that refuses late entries. */
  private final Map<String, String> closed = new HashMap<>();

  PeriodCheck(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void on(Event event) {
    Payload it = event.payload();
    switch (event.type()) {
      case "PeriodLocked", "PeriodUnlocked" -> locked(it);
      case "DonationReceived" -> entered(event, Field.FUND_ID, Field.RECEIVED_ON);
      case "DonationCorrected" -> {
        entered(event, Field.FUND_ID, Field.RECEIVED_ON);
        entered(event, Field.FUND_ID, Field.RECEIVED_ON_BEFORE);
      }
      case "DonationReversed",
          "OpeningBalanceSet",
          "IncomeRecorded",
          "ExpenseRecorded",
          "EntryReversed" ->
          entered(event, Field.FUND_ID, Field.EFFECTIVE_ON);
      case "FundsTransferred" -> {
        for (Field fund : List.of(Field.FROM_FUND_ID, Field.TO_FUND_ID)) {
          entered(event, fund, Field.EFFECTIVE_ON);
        }
      }
      case "PayoutApproved", "PayoutCancelled" -> ifEntered(event, Field.EFFECTIVE_ON);
      case "PayoutPaid" -> ifEntered(event, Field.PAID_ON);
      case "PayoutReturned" -> ifEntered(event, Field.RETURNED_ON);
      default -> {}
    }
  }

  private void locked(Payload it) {
    String through = it.optionalText(Field.CLOSED_THROUGH);
    if (through != null && REFUSED.equals(it.optionalText(Field.LATE_ENTRIES))) {
      closed.put(it.text(Field.FUND_ID), through);
    } else {
      closed.remove(it.text(Field.FUND_ID));
    }
  }

  /** A step of a payout that moves no money has no entry number. */
  private void ifEntered(Event event, Field day) {
    if (event.payload().has(Field.ENTRY_NUMBER)) {
      entered(event, Field.FUND_ID, day);
    }
  }

  private void entered(Event event, Field fundField, Field dayField) {
    if (closed.isEmpty()) {
      return;
    }
    String fund = event.payload().text(fundField);
    String through = closed.get(fund);
    String day = event.payload().text(dayField);
    if (through != null && day.compareTo(through) <= 0) {
      findings.add(
          Code.PERIOD_CLOSED,
          "position",
          event.position(),
          "fund",
          fund,
          "day",
          day,
          "closedThrough",
          through);
    }
  }
}
