package org.aidledger.core.fund;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.fund.event.ControlTotal;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundChangeProposed;
import org.aidledger.core.fund.event.FundClosed;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.FundPublished;
import org.aidledger.core.fund.event.FundUnfrozen;
import org.aidledger.core.fund.event.FundUnpublished;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.core.money.Money;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.LastClosed;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.PeriodLock;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SealedText;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Guards one fund's money: what is available never falls below zero, and every entry gets the next
 * number. Its state has a fixed size, however long its history is.
 */
@Revision("4")
public class Fund {

  @AggregateIdentifier private String fundId;
  private String organisation;
  private String currency;
  private FundState state;
  private @Nullable Long approvalThreshold;
  private long available;
  private long reserved;
  private long lastEntryNumber;
  private boolean openingSet;
  private int openings;
  private boolean published;
  private @Nullable PendingChange pendingChange;
  private @Nullable PeriodLock periodLock;

  /** For the repository, which replays the history into it. */
  @NullUnmarked
  protected Fund() {}

  /** The first event of a fund with these terms. */
  static FundOpened opened(OpenFund command) {
    Money threshold = command.approvalThreshold();
    if (threshold != null) {
      requireCurrency(command.currency().getCurrencyCode(), threshold);
    }
    return new FundOpened(
        command.fundId().toString(),
        command.organisation(),
        command.code(),
        command.name(),
        command.purpose(),
        command.currency().getCurrencyCode(),
        command.treatment().name(),
        threshold == null ? null : threshold.minor());
  }

  /**
   * Posts entries under one control total.
   *
   * @param detailIds one id an entry, in the order of their numbers
   * @param total the sum of their amounts in minor units, as {@link Movement} counts them; negative
   *     where entries are taken back
   * @param earliest the first of their effective dates
   * @return the number of the first entry
   * @throws Refused if the fund or the period is not open for them, or the fund lacks the money
   */
  public long post(Movement movement, List<String> detailIds, long total, LocalDate earliest) {
    if (movement == Movement.OPENING && openingSet && total > 0) {
      throw new Refused(RuleCode.OPENING_ALREADY_SET);
    }
    requireOpenFor(movement, earliest);
    requireEnough(movement.onAvailable(total));
    requireRoomFor(movement.onAvailable(total), movement.onReserved(total));
    long first = lastEntryNumber + 1;
    String digest = DetailDigest.of(detailIds);
    ControlTotal posted =
        movement == Movement.DONATION
            ? new DonationsPosted(fundId, first, detailIds.size(), total, digest)
            : new EntriesPosted(fundId, movement, first, detailIds.size(), total, digest);
    apply(posted);
    return first;
  }

  /**
   * Checks that the fund takes entries of this movement now. The bank may send money back at any
   * time, so even a closed fund takes what comes back and sends it on its way again.
   *
   * @throws Refused if it is frozen or closed
   */
  public void requireOpenFor(Movement movement) {
    boolean allowed =
        switch (state) {
          case OPEN -> true;
          case FROZEN -> movement.comesBack();
          case CLOSED -> movement.settles();
        };
    if (!allowed) {
      throw notOpen();
    }
  }

  /**
   * Checks that the fund takes entries of this movement now, and of this effective date.
   *
   * @throws Refused if it is frozen or closed, or the date lies in a closed period
   */
  public void requireOpenFor(Movement movement, LocalDate effectiveOn) {
    requireOpenFor(movement);
    if (periodLock != null) {
      periodLock.requireOpen(effectiveOn);
    }
  }

  private Refused notOpen() {
    return new Refused(state == FundState.CLOSED ? RuleCode.FUND_CLOSED : RuleCode.FUND_FROZEN);
  }

  /**
   * Checks that an amount is in the fund's currency.
   *
   * @throws Refused naming both currencies if not
   */
  public void requireCurrency(Money amount) {
    requireCurrency(currency, amount);
  }

  void freeze(SealedText reason) {
    requireState(FundState.OPEN);
    apply(new FundFrozen(fundId, reason));
  }

  void unfreeze(SealedText reason) {
    requireState(FundState.FROZEN);
    apply(new FundUnfrozen(fundId, reason));
  }

  /**
   * Closes the fund; whatever was left has been moved before, in the same append.
   *
   * @throws Refused if anything is left
   */
  public void close(@Nullable FundId successor, SealedText reason) {
    requireClosable();
    if (available != 0) {
      throw notEmpty();
    }
    apply(new FundClosed(fundId, reason, successor == null ? null : successor.toString()));
  }

  /**
   * No entry enters the period behind this; whatever the fund's state is, since money comes back.
   */
  public void lockPeriod(AccountingPeriod period, PeriodLock lock) {
    apply(lockedFrom(fundId, new LastClosed(period, lock)));
  }

  static PeriodLocked lockedFrom(String fundId, LastClosed last) {
    PeriodLock lock = last.lock();
    return new PeriodLocked(
        fundId, last.period().toString(), lock.closedThrough(), lock.lateEntries().name());
  }

  /** The period takes entries again; what was closed before it is still locked by the rest. */
  public void unlockPeriod(AccountingPeriod period, @Nullable PeriodLock rest) {
    apply(
        new PeriodUnlocked(
            fundId,
            period.toString(),
            rest == null ? null : rest.closedThrough(),
            rest == null ? null : rest.lateEntries().name()));
  }

  void propose(ProposeFundChange command) {
    Money threshold = command.approvalThreshold();
    if (threshold != null) {
      requireCurrency(threshold);
    }
    if (command.purpose() == null && threshold == null && !command.removeThreshold()) {
      throw new Refused(RuleCode.NOTHING_CHANGED);
    }
    requireOpenTerms();
    apply(
        new FundChangeProposed(
            fundId,
            command.changeId(),
            command.purpose(),
            threshold == null ? null : threshold.minor(),
            command.removeThreshold(),
            command.reason(),
            command.actor().toString()));
  }

  void confirm(ConfirmFundChange command) {
    PendingChange pending = pendingChange;
    if (pending == null || !pending.changeId().equals(command.changeId())) {
      throw new Refused(RuleCode.CHANGE_NOT_PENDING);
    }
    if (pending.proposedBy().equals(command.actor().toString())) {
      throw new Refused(RuleCode.SELF_CONFIRMATION);
    }
    requireOpenTerms();
    apply(
        new FundChangeConfirmed(
            fundId,
            command.changeId(),
            pending.purpose(),
            pending.approvalThreshold(),
            pending.thresholdRemoved()));
  }

  /** Asked for twice it happens once: what counts is that the page is there. */
  void publish(AccountId actor) {
    if (!published) {
      apply(new FundPublished(fundId, actor.toString()));
    }
  }

  void unpublish(AccountId actor) {
    if (published) {
      apply(new FundUnpublished(fundId, actor.toString()));
    }
  }

  /** How many approvers a payout, or a batch of payouts, of this total needs. */
  public int approvalsFor(long total) {
    Long threshold = approvalThreshold;
    return threshold != null && total > threshold ? 2 : 1;
  }

  public String id() {
    return fundId;
  }

  public String organisation() {
    return organisation;
  }

  public Currency currency() {
    return Currency.getInstance(currency);
  }

  /**
   * Checks that the fund may close once what is available has left it.
   *
   * @throws Refused if it is frozen or closed, or if payouts hold money of it
   */
  public void requireClosable() {
    if (state != FundState.OPEN) {
      throw notOpen();
    }
    if (reserved != 0) {
      throw notEmpty();
    }
  }

  private Refused notEmpty() {
    return new Refused(
        RuleCode.FUND_NOT_EMPTY,
        Map.of("available", decimal(available), "reserved", decimal(reserved)));
  }

  /** How many opening balances were taken back before the one that stands or is yet to come. */
  public int openingsTakenBack() {
    return openingSet ? openings - 1 : openings;
  }

  /** What can be spent or moved, in minor units. */
  public long available() {
    return available;
  }

  private void requireState(FundState required) {
    if (state != required) {
      throw new Refused(
          state == FundState.CLOSED ? RuleCode.FUND_CLOSED : RuleCode.FUND_STATE,
          Map.of("state", state.name()));
    }
  }

  private void requireOpenTerms() {
    if (state == FundState.CLOSED) {
      throw new Refused(RuleCode.FUND_CLOSED);
    }
  }

  private void requireEnough(long change) {
    if (change < 0 && available + change < 0) {
      throw new Refused(
          RuleCode.INSUFFICIENT_FUNDS,
          Map.of("available", decimal(available), "needed", decimal(-change)));
    }
  }

  private void requireRoomFor(long onAvailable, long onReserved) {
    try {
      Math.addExact(Math.addExact(available, onAvailable), Math.addExact(reserved, onReserved));
    } catch (ArithmeticException overflow) {
      throw new Refused(RuleCode.FIGURE_TOO_LARGE, Map.of("available", decimal(available)));
    }
  }

  private static void requireCurrency(String currency, Money amount) {
    if (!amount.currency().getCurrencyCode().equals(currency)) {
      throw new Refused(
          RuleCode.CURRENCY_MISMATCH,
          Map.of("fund", currency, "given", amount.currency().getCurrencyCode()));
    }
  }

  private String decimal(long minor) {
    return Money.of(minor, currency).toDecimal();
  }

  @EventSourcingHandler
  void on(FundOpened event) {
    fundId = event.fundId();
    organisation = event.organisation();
    currency = event.currency();
    approvalThreshold = event.approvalThreshold();
    state = FundState.OPEN;
  }

  @EventSourcingHandler
  void on(FundFrozen event) {
    state = FundState.FROZEN;
  }

  @EventSourcingHandler
  void on(FundUnfrozen event) {
    state = FundState.OPEN;
  }

  @EventSourcingHandler
  void on(FundClosed event) {
    state = FundState.CLOSED;
  }

  @EventSourcingHandler
  void on(FundPublished event) {
    published = true;
  }

  @EventSourcingHandler
  void on(FundUnpublished event) {
    published = false;
  }

  @EventSourcingHandler
  void on(FundChangeProposed event) {
    pendingChange =
        new PendingChange(
            event.changeId(),
            event.proposedBy(),
            event.purpose(),
            event.approvalThreshold(),
            event.thresholdRemoved());
  }

  @EventSourcingHandler
  void on(FundChangeConfirmed event) {
    pendingChange = null;
    if (event.thresholdRemoved() || event.approvalThreshold() != null) {
      approvalThreshold = event.approvalThreshold();
    }
  }

  @EventSourcingHandler
  void on(PeriodLocked event) {
    periodLock = new PeriodLock(event.closedThrough(), LateEntries.valueOf(event.lateEntries()));
  }

  @EventSourcingHandler
  void on(PeriodUnlocked event) {
    periodLock = PeriodLock.of(event.closedThrough(), event.lateEntries());
  }

  @EventSourcingHandler
  void on(ControlTotal event) {
    available += event.movement().onAvailable(event.total());
    reserved += event.movement().onReserved(event.total());
    lastEntryNumber = event.firstEntryNumber() + event.count() - 1;
    if (event.movement() == Movement.OPENING) {
      openingSet = event.total() > 0;
      openings += openingSet ? 1 : 0;
    }
  }
}
