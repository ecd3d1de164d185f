package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Nothing is entered into a fund that was never opened, is frozen or is closed. */
final class FundStateCheck implements Check {

  private enum State {
    OPEN,
    FROZEN,
    CLOSED
  }

  private final Scope scope;
  private final Findings findings;
  private final Map<String, State> funds = new HashMap<>();

  FundStateCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  @Override
  public void on(Event event) {
    switch (event.type()) {
      case "FundOpened" -> opened(event);
      case "FundFrozen" -> to(event, State.FROZEN, State.OPEN);
      case "FundUnfrozen" -> to(event, State.OPEN, State.FROZEN);
      case "FundClosed" -> to(event, State.CLOSED, State.OPEN);
      case "DonationsPosted" -> entered(event, Movement.DONATION);
      case "EntriesPosted" -> entered(event, Movement.named(event.payload().text(Field.MOVEMENT)));
      default -> {}
    }
  }

  private void opened(Event event) {
    if (funds.put(event.payload().text(Field.FUND_ID), State.OPEN) != null) {
      refuse(event);
    }
  }

  private void to(Event event, State next, State before) {
    State was = funds.put(event.payload().text(Field.FUND_ID), next);
    if (was == null ? scope.fromStart() : was != before) {
      refuse(event);
    }
  }

  private void entered(Event event, Movement movement) {
    State state = funds.get(event.payload().text(Field.FUND_ID));
    boolean allowed =
        switch (state) {
          case null -> !scope.fromStart();
          case OPEN -> true;
          case FROZEN -> movement.allowedFrozen();
          case CLOSED -> movement.allowedClosed();
        };
    if (!allowed) {
      refuse(event);
    }
  }

  private void refuse(Event event) {
    findings.add(
        Code.FUND_NOT_OPEN,
        "position",
        event.position(),
        "fund",
        event.payload().text(Field.FUND_ID));
  }
}
