package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.PeriodLocked;
import org.aidledger.core.fund.event.PeriodUnlocked;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.jspecify.annotations.Nullable;

/**
 * Watches that no entry lies in a period that is closed and refuses it, that two people close and
 * reopen, and that after each order all funds of the organisation are locked alike.
 */
final class PeriodBook {

  private static final String NOTHING = "nothing";

  private final Map<String, String> lockOf = new HashMap<>();
  private final Map<String, String> proposedBy = new HashMap<>();
  private final Set<String> funds = new HashSet<>();
  private @Nullable LocalDate closedThrough;

  /** Takes in the events of one order. */
  void add(List<Stored> append) {
    for (Stored stored : append) {
      daysOf(stored.event()).forEach((fund, days) -> requireOpen(fund, days, stored.event()));
      switch (stored.event()) {
        case PeriodClosingProposed e -> proposedBy.put(e.proposalId(), e.proposedBy());
        case PeriodReopeningProposed e -> proposedBy.put(e.proposalId(), e.proposedBy());
        case PeriodClosed e -> {
          requireTwo(e.proposalId(), e.confirmedBy());
          assertThat(e.funds()).isEqualTo(funds.size());
          assertThat(closedThrough == null || !e.closedThrough().isBefore(closedThrough)).isTrue();
          closedThrough = e.closedThrough();
        }
        case PeriodReopened e -> {
          requireTwo(e.proposalId(), e.confirmedBy());
          assertThat(e.funds()).isEqualTo(funds.size());
          closedThrough = e.closedThrough();
        }
        case FundEvent e -> add(e);
        default -> {}
      }
    }
    String expected = closedThrough == null ? NOTHING : closedThrough.toString();
    for (String fund : funds) {
      assertThat(lockOf.getOrDefault(fund, NOTHING)).as(fund).startsWith(expected);
    }
  }

  private void add(FundEvent event) {
    switch (event) {
      case FundOpened e -> funds.add(e.fundId());
      case PeriodLocked e -> lockOf.put(e.fundId(), e.closedThrough() + " " + e.lateEntries());
      case PeriodUnlocked e ->
          lockOf.put(
              e.fundId(),
              e.closedThrough() == null ? NOTHING : e.closedThrough() + " " + e.lateEntries());
      default -> {}
    }
  }

  private void requireTwo(String proposalId, String confirmedBy) {
    assertThat(proposedBy.get(proposalId)).isNotNull().isNotEqualTo(confirmedBy);
  }

  private void requireOpen(String fund, List<LocalDate> days, Object event) {
    String lock = lockOf.getOrDefault(fund, NOTHING);
    if (lock.endsWith(" REFUSED")) {
      LocalDate through = LocalDate.parse(lock.substring(0, 10));
      assertThat(days).as("%s behind %s", event, lock).allMatch(day -> day.isAfter(through));
    }
  }

  /** The effective dates of the entries that an event stands for, by fund. */
  private static Map<String, List<LocalDate>> daysOf(Object event) {
    return switch (event) {
      case DonationReceived e -> Map.of(e.fundId(), List.of(e.receivedOn()));
      case DonationCorrected e -> Map.of(e.fundId(), List.of(e.receivedOnBefore(), e.receivedOn()));
      case DonationReversed e -> Map.of(e.fundId(), List.of(e.effectiveOn()));
      case OpeningBalanceSet e -> Map.of(e.fundId(), List.of(e.effectiveOn()));
      case IncomeRecorded e -> Map.of(e.fundId(), List.of(e.effectiveOn()));
      case ExpenseRecorded e -> Map.of(e.fundId(), List.of(e.effectiveOn()));
      case EntryReversed e -> Map.of(e.fundId(), List.of(e.effectiveOn()));
      case FundsTransferred e ->
          Map.of(e.fromFundId(), List.of(e.effectiveOn()), e.toFundId(), List.of(e.effectiveOn()));
      case PayoutApproved e when e.entryNumber() != null ->
          Map.of(e.fundId(), List.of(e.effectiveOn()));
      case PayoutCancelled e when e.entryNumber() != null ->
          Map.of(e.fundId(), List.of(e.effectiveOn()));
      case PayoutPaid e -> Map.of(e.fundId(), List.of(e.paidOn()));
      case PayoutReturned e -> Map.of(e.fundId(), List.of(e.returnedOn()));
      default -> Map.of();
    };
  }
}
