package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Funds are locked and unlocked by what two people decided and by nothing else: behind each closing
 * or reopening stand the locks of as many funds as it says, and none stands elsewhere, except that
 * of a fund which begins with what was closed before. Otherwise a single event on the stream of a
 * fund would open a closed period for it.
 */
final class LockCheck implements Check {

  /** A lock in second place belongs to the opening of its fund. */
  private static final long BEHIND_THE_OPENING = 1;

  private final Scope scope;
  private final Findings findings;
  private @Nullable Decision open;

  LockCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** A closing or reopening and the locks that are still to follow. */
  private static final class Decision {
    private final Event event;
    private final String lock;
    private long left;

    Decision(Event event, String lock) {
      this.event = event;
      this.lock = lock;
      this.left = event.payload().number(Field.FUNDS);
    }

    boolean takes(Event event) {
      return left > 0
          && event.type().equals(lock)
          && same(event, Field.PERIOD)
          && same(event, Field.CLOSED_THROUGH)
          && (lock.equals("PeriodUnlocked") || same(event, Field.LATE_ENTRIES));
    }

    private boolean same(Event locking, Field field) {
      Payload decided = event.payload();
      String said = locking.payload().optionalText(field);
      return said == null ? !decided.has(field) : said.equals(decided.optionalText(field));
    }
  }

  @Override
  public void on(Event event) {
    if (scope.fundId() != null) {
      // What is decided for all funds of an organisation is not shown with one of them.
      return;
    }
    Decision decision = open;
    if (decision != null && decision.takes(event)) {
      decision.left--;
      return;
    }
    end();
    switch (event.type()) {
      case "PeriodClosed" -> open = new Decision(event, "PeriodLocked");
      case "PeriodReopened" -> open = new Decision(event, "PeriodUnlocked");
      case "PeriodLocked" -> {
        if (event.sequence() != BEHIND_THE_OPENING) {
          differs(event);
        }
      }
      case "PeriodUnlocked" -> differs(event);
      default -> {}
    }
  }

  @Override
  public void end() {
    Decision decision = open;
    open = null;
    if (decision != null && decision.left > 0) {
      differs(decision.event);
    }
  }

  private void differs(Event event) {
    findings.add(
        Code.PERIOD_LOCKS_DIFFER,
        "position",
        event.position(),
        "what",
        event.type(),
        "period",
        event.payload().text(Field.PERIOD));
  }
}
