package org.aidledger.projections.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;

/** Plays donations and the entries that are neither donations nor payouts. */
final class MoneyPlay {

  final List<DonationState> donations = new ArrayList<>();

  private final Dice dice;
  private final EventLog log;
  private final List<FundState> funds;

  MoneyPlay(Dice dice, EventLog log, List<FundState> funds) {
    this.dice = dice;
    this.log = log;
    this.funds = funds;
  }

  void play() {
    FundState fund = dice.pick(funds, FundState::isOpen).orElse(null);
    if (fund == null) {
      return;
    }
    switch (dice.random.nextInt(12)) {
      case 0 -> opening(fund);
      case 1 -> income(fund);
      case 2 -> expense(fund);
      case 3 -> transfer(fund);
      case 4, 5 -> correct(fund);
      case 6 -> reverse(fund);
      default -> donations(fund, dice.oneIn(3) ? dice.upTo(25) : 1);
    }
  }

  private void donations(FundState fund, int count) {
    List<Long> amounts = Stream.generate(dice::amount).limit(count).toList();
    List<String> ids = Stream.generate(dice::id).limit(count).toList();
    long total = amounts.stream().mapToLong(Long::longValue).sum();
    long first = fund.post(dice.actor(), Movement.DONATION, ids, total);
    for (int i = 0; i < count; i++) {
      LocalDate day = dice.day();
      log.add(
          "Donation",
          ids.get(i),
          dice.actor(),
          new DonationReceived(
              ids.get(i),
              fund.id,
              "总工会",
              "BANK-1",
              "流水 " + (first + i),
              amounts.get(i),
              "CNY",
              day,
              "BANK_TRANSFER",
              donor(),
              dice.maybe("sha256:00ff"),
              first + i));
      donations.add(new DonationState(ids.get(i), fund, amounts.get(i), day));
    }
  }

  private void correct(FundState fund) {
    dice.pick(donations, d -> d.fund == fund && !d.reversed)
        .ifPresent(
            donation -> {
              long amount =
                  Math.max(donation.refunds, dice.oneIn(3) ? donation.amount : dice.amount());
              long change = amount - donation.amount;
              if (amount > 0 && fund.allows(Movement.DONATION_CORRECTION, change)) {
                correct(donation, amount, change);
              }
            });
  }

  private void correct(DonationState donation, long amount, long change) {
    String actor = dice.actor();
    List<String> ids = List.of(donation.id, donation.id);
    long number = donation.fund.post(actor, Movement.DONATION_CORRECTION, ids, change);
    LocalDate day = dice.day();
    log.add(
        "Donation",
        donation.id,
        actor,
        new DonationCorrected(
            donation.id,
            donation.fund.id,
            number,
            donation.amount,
            donation.receivedOn,
            amount,
            day,
            donor(),
            dice.sealed()));
    donation.amount = amount;
    donation.receivedOn = day;
  }

  private void reverse(FundState fund) {
    dice.pick(donations, d -> d.fund == fund && !d.reversed && d.refunds == 0)
        .filter(d -> fund.allows(Movement.DONATION_REVERSAL, -d.amount))
        .ifPresent(
            donation -> {
              String actor = dice.actor();
              long number =
                  fund.post(
                      actor, Movement.DONATION_REVERSAL, List.of(donation.id), -donation.amount);
              log.add(
                  "Donation",
                  donation.id,
                  actor,
                  new DonationReversed(
                      donation.id, fund.id, number, donation.amount, dice.day(), dice.sealed()));
              donation.reversed = true;
            });
  }

  private void opening(FundState fund) {
    if (fund.openingSet) {
      return;
    }
    String id = dice.id();
    long amount = dice.amount();
    long number = fund.post(dice.actor(), Movement.OPENING, List.of(id), amount);
    log.add(
        "Entry",
        id,
        dice.actor(),
        new OpeningBalanceSet(
            id, fund.id, amount, "CNY", dice.day(), "旧账", dice.maybeSealed(), null, number));
    fund.openingSet = true;
  }

  private void income(FundState fund) {
    String id = dice.id();
    long amount = dice.amount();
    long number = fund.post(dice.actor(), Movement.INCOME, List.of(id), amount);
    log.add(
        "Entry",
        id,
        dice.actor(),
        new IncomeRecorded(
            id,
            fund.id,
            "INTEREST",
            "BANK-1",
            "I" + number,
            amount,
            "CNY",
            dice.day(),
            dice.maybeSealed(),
            dice.maybe("h"),
            number));
    reverseSometimes(fund, Movement.INCOME, id, amount);
  }

  private void reverseSometimes(FundState fund, Movement movement, String id, long amount) {
    if (!dice.oneIn(3) || !fund.allows(movement, -amount)) {
      return;
    }
    String actor = dice.actor();
    long number = fund.post(actor, movement, List.of(id), -amount);
    log.add(
        "Entry",
        id,
        actor,
        new EntryReversed(id, fund.id, movement, number, amount, dice.day(), dice.sealed()));
  }

  private void expense(FundState fund) {
    String id = dice.id();
    long amount = dice.upTo(500);
    if (!fund.allows(Movement.EXPENSE, amount)) {
      return;
    }
    long number = fund.post(dice.actor(), Movement.EXPENSE, List.of(id), amount);
    log.add(
        "Entry",
        id,
        dice.actor(),
        new ExpenseRecorded(
            id,
            fund.id,
            "BANK_FEE",
            "BANK-1",
            "E" + number,
            amount,
            "CNY",
            dice.day(),
            dice.maybeSealed(),
            dice.maybe("h"),
            number));
    reverseSometimes(fund, Movement.EXPENSE, id, amount);
  }

  private void transfer(FundState from) {
    FundState to = dice.pick(funds, f -> f.isOpen() && f != from).orElse(null);
    if (to == null || from.available == 0) {
      return;
    }
    long amount = dice.oneIn(3) ? from.available : 1 + Math.floorMod(dice.amount(), from.available);
    String id = dice.id();
    String actor = dice.actor();
    long out = from.post(actor, Movement.TRANSFER_OUT, List.of(id), amount);
    long in = to.post(actor, Movement.TRANSFER_IN, List.of(id), amount);
    log.add(
        "Transfer",
        id,
        actor,
        new FundsTransferred(
            id, from.id, to.id, "T" + out, amount, "CNY", dice.day(), dice.sealed(), out, in));
  }

  private Donor donor() {
    return switch (dice.random.nextInt(3)) {
      case 0 -> new Donor("ANONYMOUS", null, null, null);
      case 1 -> new Donor("ORGANISATION", "第一公司工会", null, null);
      default -> new Donor("NAMED", dice.maybe("第二公司"), dice.sealed(), "d" + dice.id());
    };
  }
}
