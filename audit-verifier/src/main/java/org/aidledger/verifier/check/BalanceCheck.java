package org.aidledger.verifier.check;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/**
 * Adds up every entry, as its own event tells it, in exact whole fen; neither figure of a fund is
 * ever below zero.
 */
final class BalanceCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Map<String, Figures> funds = new TreeMap<>();

  BalanceCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** What a fund has. */
  static final class Figures {

    private long available;
    private long reserved;
    private String currency = "";

    Figures() {}

    Figures(String currency, long available, long reserved) {
      this.currency = currency;
      this.available = available;
      this.reserved = reserved;
    }

    long available() {
      return available;
    }

    long reserved() {
      return reserved;
    }

    String currency() {
      return currency;
    }
  }

  /** Takes what a fund had before the first event that is shown. */
  void begin(String fundId, String currency, long available, long reserved) {
    funds.put(fundId, new Figures(currency, available, reserved));
  }

  /** What the funds have by now, by their identifiers. */
  Map<String, Figures> funds() {
    return Collections.unmodifiableMap(funds);
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "FundOpened" -> {
        Figures fund = of(event.payload().text(Field.FUND_ID));
        fund.currency = event.payload().text(Field.CURRENCY);
      }
      case "FundClosed" -> closed(event);
      default -> {
        for (Detail detail : Detail.of(event)) {
          if (scope.covers(detail.fundId())) {
            move(event, detail);
          }
        }
      }
    }
  }

  private void move(Event event, Detail detail) {
    Figures fund = of(detail.fundId());
    String currency = event.payload().optionalText(Field.CURRENCY);
    if (currency != null && !fund.currency.isEmpty() && !currency.equals(fund.currency)) {
      findings.add(Code.CURRENCY_DIFFERS, "position", event.position(), "fund", detail.fundId());
    }
    try {
      fund.available = Math.addExact(fund.available, detail.movement().available(detail.amount()));
      fund.reserved = Math.addExact(fund.reserved, detail.movement().reserved(detail.amount()));
      var _ = Math.addExact(fund.available, fund.reserved);
    } catch (ArithmeticException overflow) {
      findings.add(Code.FIGURE_TOO_LARGE, "position", event.position(), "fund", detail.fundId());
    }
    if (fund.available < 0 || fund.reserved < 0) {
      findings.add(
          Code.BALANCE_BELOW_ZERO,
          "position",
          event.position(),
          "fund",
          detail.fundId(),
          "available",
          fund.available,
          "reserved",
          fund.reserved);
    }
  }

  private void closed(Event event) {
    String fundId = event.payload().text(Field.FUND_ID);
    if (!scope.covers(fundId)) {
      return;
    }
    Figures fund = of(fundId);
    if (fund.available != 0 || fund.reserved != 0) {
      findings.add(Code.FUND_CLOSED_NOT_EMPTY, "position", event.position(), "fund", fundId);
    }
  }

  private Figures of(String fundId) {
    return funds.computeIfAbsent(fundId, unknown -> new Figures());
  }
}
