package org.aidledger.core.closing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.aidledger.core.closing.command.ConfirmPeriod;
import org.aidledger.core.closing.command.ProposeClosing;
import org.aidledger.core.closing.command.ProposeReopening;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.period.OpenItem;
import org.aidledger.core.period.PeriodCalendar;
import org.aidledger.core.period.PeriodCalendars;
import org.aidledger.core.period.PeriodLock;
import org.aidledger.core.period.PeriodProposal;
import org.aidledger.core.period.StatementsAtClosing;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Carries out the orders about periods. A confirmation changes the calendar and every fund of the
 * organisation in one append, so that no entry finds one fund closed and another open.
 */
public final class PeriodCommands {

  private final Repository<Fund> funds;
  private final PeriodCalendars calendars;
  private final StatementsAtClosing statements;

  public PeriodCommands(
      Repository<Fund> funds, PeriodCalendars calendars, StatementsAtClosing statements) {
    this.funds = funds;
    this.calendars = calendars;
    this.statements = statements;
  }

  /** Answers with the proposal that waits now. */
  @CommandHandler
  String handle(ProposeClosing command) {
    Optional<Aggregate<PeriodCalendar>> known = calendars.find(command.organisation());
    Optional<String> waiting = known.flatMap(c -> c.invoke(x -> pendingLike(x, command)));
    if (waiting.isPresent()) {
      return waiting.get();
    }
    PeriodClosingProposed proposed = proposed(command);
    if (known.isPresent()) {
      known.get().execute(c -> c.propose(proposed, command.today()));
    } else {
      calendars.begin(() -> new PeriodCalendar(proposed, command.today()));
    }
    PeriodCalendar.requireReady(unacknowledged(command));
    return command.proposalId();
  }

  private static Optional<String> pendingLike(PeriodCalendar calendar, ProposeClosing command) {
    return calendar.pendingLike(command.period(), command.lateEntries(), command.actor());
  }

  private static PeriodClosingProposed proposed(ProposeClosing command) {
    SortedMap<String, String> open = new TreeMap<>();
    command.openItems().forEach((item, figure) -> open.put(item.name(), figure));
    return new PeriodClosingProposed(
        command.organisation(),
        command.period().toString(),
        command.proposalId(),
        command.lateEntries().name(),
        open,
        command.actor().toString());
  }

  private static Set<String> unacknowledged(ProposeClosing command) {
    Set<String> open = new TreeSet<>();
    for (OpenItem item : command.openItems().keySet()) {
      if (!item.isAcknowledgeable() || !command.acknowledged().contains(item)) {
        open.add(item.name());
      }
    }
    return open;
  }

  /** Answers with the proposal that waits now. */
  @CommandHandler
  String handle(ProposeReopening command) {
    Aggregate<PeriodCalendar> calendar =
        calendars
            .find(command.organisation())
            .orElseThrow(() -> new Refused(RuleCode.PERIOD_STATE, Map.of("state", "OPEN")));
    Optional<String> waiting =
        calendar.invoke(c -> c.pendingLike(command.period(), null, command.actor()));
    if (waiting.isPresent()) {
      return waiting.get();
    }
    calendar.execute(
        c ->
            c.proposeReopening(
                command.period(), command.proposalId(), command.reason(), command.actor()));
    return command.proposalId();
  }

  /** Answers whether the period is closed now. */
  @CommandHandler
  boolean handle(ConfirmPeriod command) {
    Aggregate<PeriodCalendar> calendar =
        calendars
            .find(command.organisation())
            .orElseThrow(() -> new Refused(RuleCode.CHANGE_NOT_PENDING));
    Optional<PeriodProposal> done =
        calendar.invoke(
            c -> c.confirmedBefore(command.period(), command.proposalId(), command.actor()));
    if (done.isPresent()) {
      return done.get().isClosing();
    }
    PeriodProposal proposal =
        calendar.invoke(
            c ->
                c.confirmable(
                    command.period(), command.proposalId(), command.openItems(), command.actor()));
    // Before anything is published: for each load Axon compares all events of the unit in pairs.
    List<Aggregate<Fund>> locked = fundsOf(calendar, command);
    ClosingStatements closing =
        proposal.isClosing()
            ? statements.of(command.organisation(), command.period()).orElse(null)
            : null;
    Optional<PeriodLock> lock =
        calendar.invoke(c -> c.carryOut(proposal, locked.size(), closing, command.actor()));
    locked.forEach(fund -> fund.execute(f -> lock(f, command, proposal, lock)));
    return proposal.isClosing();
  }

  /** In the order in which all orders lock funds. */
  private List<Aggregate<Fund>> fundsOf(Aggregate<PeriodCalendar> calendar, ConfirmPeriod command) {
    Set<UUID> ids = new TreeSet<>();
    command.funds().stream().map(FundId::value).forEach(ids::add);
    calendar.invoke(PeriodCalendar::newFunds).stream().map(UUID::fromString).forEach(ids::add);
    return ids.stream().map(id -> funds.load(id.toString())).toList();
  }

  private static void lock(
      Fund fund, ConfirmPeriod command, PeriodProposal proposal, Optional<PeriodLock> lock) {
    if (!fund.organisation().equals(command.organisation())) {
      throw new Refused(RuleCode.ORGANISATION_MISMATCH);
    }
    if (proposal.closingWith() == null) {
      fund.unlockPeriod(proposal.period(), lock.orElse(null));
    } else {
      fund.lockPeriod(proposal.period(), lock.orElseThrow());
    }
  }
}
