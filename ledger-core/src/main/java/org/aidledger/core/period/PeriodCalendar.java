package org.aidledger.core.period;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.identity.NameBasedId;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.period.event.FundListed;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's periods: which are closed, and what waits for a second person. One stream for
 * all periods, because they are closed in order and because a fund that is opened while a period is
 * being closed must meet that closing somewhere.
 */
public class PeriodCalendar {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it.
  private String calendarId;

  private String organisation;
  private ClosedPeriods closed = ClosedPeriods.NONE;
  private @Nullable PeriodProposal pending;
  private @Nullable PeriodProposal confirmed;
  private @Nullable String confirmedBy;
  private final Set<String> newFunds = new TreeSet<>();

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected PeriodCalendar() {}

  /** Begins an organisation's calendar with the first period that is to be closed. */
  @SuppressWarnings("NullAway") // The event handlers fill in what the first event says.
  public PeriodCalendar(PeriodClosingProposed first, LocalDate today) {
    ClosedPeriods.NONE.requireClosable(AccountingPeriod.of(first.period()), today);
    apply(first);
  }

  /** The stream of an organisation's calendar. */
  public static String idOf(String organisation) {
    return NameBasedId.of("PeriodCalendar", organisation).toString();
  }

  /** The proposal that already says the same, by the same person. */
  public Optional<String> pendingLike(
      AccountingPeriod period, @Nullable LateEntries closingWith, AccountId actor) {
    PeriodProposal waiting = pending;
    return waiting != null
            && waiting.period().equals(period)
            && waiting.closingWith() == closingWith
            && waiting.proposedBy().equals(actor.toString())
        ? Optional.of(waiting.proposalId())
        : Optional.empty();
  }

  /** Takes the place of what waited before. */
  public void propose(PeriodClosingProposed closing, LocalDate today) {
    closed.requireClosable(AccountingPeriod.of(closing.period()), today);
    apply(closing);
  }

  /** Proposes to reopen the last closed period. */
  public void proposeReopening(
      AccountingPeriod period, String proposalId, SealedText reason, AccountId actor) {
    closed.requireReopenable(period);
    apply(
        new PeriodReopeningProposed(
            organisation, period.toString(), proposalId, reason, actor.toString()));
  }

  /** What the same person confirmed last, if it is this, so that a retry changes nothing. */
  public Optional<PeriodProposal> confirmedBefore(
      AccountingPeriod period, @Nullable String proposalId, AccountId actor) {
    PeriodProposal done = confirmed;
    return pending == null
            && done != null
            && actor.toString().equals(confirmedBy)
            && isMeant(done, period, proposalId)
        ? Optional.of(done)
        : Optional.empty();
  }

  /**
   * The proposal that this person may confirm.
   *
   * @param openItems what is open now
   * @throws Refused if it does not wait, was proposed by the same person, or something opened since
   */
  public PeriodProposal confirmable(
      AccountingPeriod period,
      @Nullable String proposalId,
      Set<OpenItem> openItems,
      AccountId actor) {
    PeriodProposal waiting = pending;
    if (waiting == null || !isMeant(waiting, period, proposalId)) {
      throw new Refused(RuleCode.CHANGE_NOT_PENDING);
    }
    if (waiting.isClosing()) {
      Set<String> opened = new TreeSet<>();
      openItems.stream().map(OpenItem::name).forEach(opened::add);
      opened.removeAll(waiting.openItems());
      requireReady(opened);
    }
    if (waiting.proposedBy().equals(actor.toString())) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
    return waiting;
  }

  private static boolean isMeant(
      PeriodProposal proposal, AccountingPeriod period, @Nullable String proposalId) {
    return proposal.period().equals(period)
        && (proposalId == null || proposal.proposalId().equals(proposalId));
  }

  /**
   * Checks that nothing stands in the way of closing.
   *
   * @param open names of the points that are open and were not acknowledged
   */
  public static void requireReady(Set<String> open) {
    if (!open.isEmpty()) {
      throw new Refused(
          RuleCode.PERIOD_NOT_READY, Map.of("open", String.join(", ", new TreeSet<>(open))));
    }
  }

  /**
   * Carries the proposal out.
   *
   * @param funds how many funds are locked or unlocked with it, in the same append
   * @param statements of a closing, absent where there are none
   * @return what the funds are locked by from now on, if anything is closed
   */
  public Optional<PeriodLock> carryOut(
      PeriodProposal proposal, int funds, @Nullable ClosingStatements statements, AccountId actor) {
    AccountingPeriod period = proposal.period();
    LateEntries late = proposal.closingWith();
    if (late == null) {
      PeriodLock rest = closed.withoutLast().lock();
      apply(
          new PeriodReopened(
              organisation,
              period.toString(),
              proposal.proposalId(),
              rest == null ? null : rest.closedThrough(),
              funds,
              actor.toString()));
    } else {
      apply(
          new PeriodClosed(
              organisation,
              period.toString(),
              proposal.proposalId(),
              period.last(),
              late.name(),
              funds,
              actor.toString(),
              statements));
    }
    return Optional.ofNullable(closed.lock());
  }

  /** A fund is being opened; it begins with what its organisation has closed. */
  public Optional<LastClosed> list(String fundId) {
    apply(new FundListed(organisation, fundId));
    PeriodLock lock = closed.lock();
    return lock == null
        ? Optional.empty()
        : Optional.of(new LastClosed(closed.list().getLast().period(), lock));
  }

  /** Funds that were opened since the calendar began, whether anybody names them or not. */
  public Set<String> newFunds() {
    return Set.copyOf(newFunds);
  }

  @EventSourcingHandler
  void on(PeriodClosingProposed event) {
    calendarId = idOf(event.organisation());
    organisation = event.organisation();
    pending =
        new PeriodProposal(
            event.proposalId(),
            AccountingPeriod.of(event.period()),
            LateEntries.valueOf(event.lateEntries()),
            event.openItems().keySet(),
            event.proposedBy());
  }

  @EventSourcingHandler
  void on(PeriodReopeningProposed event) {
    pending =
        new PeriodProposal(
            event.proposalId(),
            AccountingPeriod.of(event.period()),
            null,
            Set.of(),
            event.proposedBy());
  }

  @EventSourcingHandler
  void on(PeriodClosed event) {
    closed =
        closed.with(AccountingPeriod.of(event.period()), LateEntries.valueOf(event.lateEntries()));
    confirmedBy(event.confirmedBy());
  }

  @EventSourcingHandler
  void on(PeriodReopened event) {
    closed = closed.withoutLast();
    confirmedBy(event.confirmedBy());
  }

  @EventSourcingHandler
  void on(FundListed event) {
    newFunds.add(event.fundId());
  }

  private void confirmedBy(String actor) {
    confirmed = pending;
    confirmedBy = actor;
    pending = null;
  }
}
