package org.aidledger.api.period;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.closing.command.ConfirmPeriod;
import org.aidledger.core.closing.command.ProposeClosing;
import org.aidledger.core.closing.command.ProposeReopening;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.OpenItem;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.store.seal.SealLoop;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the orders about periods that people and programs send. */
@Component
public final class PeriodDesk {

  private static final int NAME_LENGTH = 100;
  private static final int PROPOSAL_LENGTH = 100;

  private final Ledger ledger;
  private final People people;
  private final PeriodQueries periods;
  private final Readiness readiness;
  private final BookPositions positions;
  private final ReadWait wait;
  private final ObjectProvider<SealLoop> sealing;
  private final BusinessCalendar calendar;
  private final LedgerProperties properties;

  PeriodDesk(
      Ledger ledger,
      People people,
      PeriodQueries periods,
      Readiness readiness,
      BookPositions positions,
      ReadWait wait,
      ObjectProvider<SealLoop> sealing,
      BusinessCalendar calendar,
      LedgerProperties properties) {
    this.ledger = ledger;
    this.people = people;
    this.periods = periods;
    this.readiness = readiness;
    this.positions = positions;
    this.wait = wait;
    this.sealing = sealing;
    this.calendar = calendar;
    this.properties = properties;
  }

  /** The organisation that is meant: the one named, or this installation's own. */
  public String organisation(@Nullable String named) {
    return Objects.requireNonNullElse(named, properties.organisation());
  }

  /** Closes a period; what it answers waits for a second person. */
  public PeriodAnswer close(AccountingPeriod period, Shape body, Actor actor) {
    catchUp();
    ProposeClosing order =
        body.read(
            b -> {
              String organisation = organisation(b);
              LateEntries late = b.optionalChoice("lateEntries", LateEntries.class);
              return new ProposeClosing(
                  organisation,
                  period,
                  UUID.randomUUID().toString(),
                  late == null ? LateEntries.REFUSED : late,
                  readiness.openItems(organisation, period),
                  b.has("acknowledged") ? b.choices("acknowledged", OpenItem.class) : Set.of(),
                  calendar.today(),
                  actor.accountId());
            });
    Executed<String> done = ledger.execute(order, actor.accountId());
    return new PeriodAnswer(
        order.organisation(), period.toString(), "CLOSING", done.result(), done.position());
  }

  /** Asks to reopen a period; what it answers waits for a second person. */
  public PeriodAnswer reopen(AccountingPeriod period, Shape body, Actor actor) {
    ProposeReopening order =
        body.read(
            b ->
                new ProposeReopening(
                    organisation(b),
                    period,
                    UUID.randomUUID().toString(),
                    people.text(null, b.text("reason", Shape.LONG_TEXT)),
                    actor.accountId()));
    Executed<String> done = ledger.execute(order, actor.accountId());
    return new PeriodAnswer(
        order.organisation(), period.toString(), "REOPENING", done.result(), done.position());
  }

  /** The second person's consent to what waits for the period. */
  public PeriodAnswer confirm(AccountingPeriod period, Shape body, Actor actor) {
    catchUp();
    ConfirmPeriod order =
        body.read(
            b -> {
              String organisation = organisation(b);
              return new ConfirmPeriod(
                  organisation,
                  period,
                  b.optionalText("proposalId", PROPOSAL_LENGTH),
                  readiness.openItems(organisation, period).keySet(),
                  periods.funds(organisation),
                  actor.accountId());
            });
    Executed<Boolean> done = ledger.execute(order, actor.accountId());
    sealing.ifAvailable(SealLoop::wake);
    return new PeriodAnswer(
        order.organisation(),
        period.toString(),
        done.result() ? "CLOSED" : "OPEN",
        null,
        done.position());
  }

  private String organisation(Shape body) {
    return organisation(body.optionalText("organisation", NAME_LENGTH));
  }

  /** The funds and what is open are asked of the read models, which must know all of them. */
  private void catchUp() {
    wait.until(positions.head());
  }
}
