package org.aidledger.projections.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.PeriodCalendar;
import org.aidledger.core.period.event.FundListed;
import org.aidledger.core.period.event.PeriodClosed;
import org.aidledger.core.period.event.PeriodClosingProposed;
import org.aidledger.core.period.event.PeriodReopened;
import org.aidledger.core.period.event.PeriodReopeningProposed;
import org.jspecify.annotations.Nullable;

/** Plays at random everything that can legally happen in the book. */
final class HistoryGenerator {

  private final long seed;
  private final Dice dice;
  private final EventLog log;
  private final List<FundState> funds = new ArrayList<>();
  private final MoneyPlay money;
  private final PayoutPlay payouts;
  private final OfficePlay office;

  HistoryGenerator(long seed) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.log = new EventLog(dice.random);
    this.money = new MoneyPlay(dice, log, funds);
    this.payouts = new PayoutPlay(dice, log, funds, money.donations);
    this.office = new OfficePlay(dice, log, funds);
  }

  History generate(int appends) {
    open();
    log.commit();
    for (int i = 1; i < appends; i++) {
      play();
      log.commit();
    }
    return new History(seed, log.events(), log.ends().toList());
  }

  private void play() {
    int roll = dice.random.nextInt(100);
    if (roll < 3) {
      open();
    } else if (roll < 9) {
      terms();
    } else if (roll < 50) {
      money.play();
    } else if (roll < 90) {
      payouts.play();
    } else {
      office.play();
    }
  }

  private void open() {
    String id = dice.id();
    String code = "F-" + funds.size();
    String currency = dice.oneIn(4) ? "USD" : "CNY";
    log.add(
        "Fund",
        id,
        dice.actor(),
        new FundOpened(
            id,
            "总工会",
            code,
            "金秋助学 \"" + code + "\"\\\t",
            "困难职工子女\n助学",
            currency,
            "OWN",
            dice.oneIn(2) ? null : dice.amount()));
    funds.add(new FundState(id, log));
  }

  private void terms() {
    FundState fund = dice.pick(funds, f -> !f.closed).orElse(null);
    if (fund == null) {
      return;
    }
    String actor = dice.actor();
    switch (dice.random.nextInt(6)) {
      case 0 -> {
        log.add(
            "Fund",
            fund.id,
            actor,
            fund.frozen
                ? new FundUnfrozen(fund.id, dice.sealed())
                : new FundFrozen(fund.id, dice.sealed()));
        fund.frozen = !fund.frozen;
      }
      case 5 -> periods(fund, actor);
      case 1 -> change(fund, actor, dice.amount(), false);
      case 2 -> change(fund, actor, null, true);
      case 3 -> {
        log.add(
            "Fund",
            fund.id,
            actor,
            fund.published
                ? new FundUnpublished(fund.id, actor)
                : new FundPublished(fund.id, actor));
        fund.published = !fund.published;
      }
      default -> {
        if (fund.isOpen() && fund.available == 0 && fund.reserved == 0 && dice.oneIn(3)) {
          log.add("Fund", fund.id, actor, new FundClosed(fund.id, dice.sealed(), null));
          fund.closed = true;
        }
      }
    }
  }

  /** Half of the entries that follow lie in what is closed here. */
  private void periods(FundState fund, String actor) {
    LocalDate through = LocalDate.of(2026, 1 + dice.random.nextInt(6), 1).minusDays(1);
    String period = AccountingPeriod.monthOf(through).toString();
    if (dice.oneIn(3)) {
      log.add("Fund", fund.id, actor, new PeriodUnlocked(fund.id, period, null, null));
    } else {
      log.add("Fund", fund.id, actor, new PeriodLocked(fund.id, period, through, "NEXT_PERIOD"));
    }
    String calendar = PeriodCalendar.idOf(fund.id);
    log.add(
        "PeriodCalendar",
        calendar,
        actor,
        new PeriodClosingProposed(
            fund.id, period, dice.id(), "NEXT_PERIOD", Map.of("FAILED_IMPORTS", "1"), actor));
    log.add(
        "PeriodCalendar",
        calendar,
        dice.actor(),
        new PeriodClosed(
            fund.id, period, dice.id(), through, "NEXT_PERIOD", 1, dice.actor(), null));
    log.add("PeriodCalendar", calendar, actor, new FundListed(fund.id, dice.id()));
    log.add(
        "PeriodCalendar",
        calendar,
        actor,
        new PeriodReopeningProposed(fund.id, period, dice.id(), dice.sealed(), actor));
    log.add(
        "PeriodCalendar",
        calendar,
        dice.actor(),
        new PeriodReopened(fund.id, period, dice.id(), null, 1, dice.actor()));
  }

  private void change(FundState fund, String actor, @Nullable Long threshold, boolean removed) {
    String changeId = dice.id();
    String purpose = dice.maybe("新用途");
    log.add(
        "Fund",
        fund.id,
        actor,
        new FundChangeProposed(
            fund.id, changeId, purpose, threshold, removed, dice.sealed(), actor));
    if (dice.oneIn(2)) {
      log.add(
          "Fund",
          fund.id,
          dice.actor(),
          new FundChangeConfirmed(fund.id, changeId, purpose, threshold, removed));
    }
  }
}
