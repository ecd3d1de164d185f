package org.aidledger.core.history;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.person;

import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.fund.command.PublishFund;
import org.aidledger.core.fund.command.UnpublishFund;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.command.PayoutLine;
import org.jspecify.annotations.Nullable;

/** Makes up orders, sensible and senseless ones, by eight people about five funds. */
final class OrderGenerator {

  private static final int PEOPLE = 8;
  private static final List<FundId> FUNDS =
      List.of(AID, RELIEF, FundId.of(UNION, "THREE"), FundId.of(UNION, "FOUR"));
  private static final FundId YEN = FundId.of(UNION, "YEN");

  private final Random random;
  private final References donations;
  private final References payouts;
  private final References lines;
  private final References batches;
  private final References entries;
  private final References changes;
  private final PeriodOrderGenerator periods;

  private final List<Deque<Step>> stories = new ArrayList<>();

  OrderGenerator(Random random) {
    this.random = random;
    donations = new References("D", random);
    payouts = new References("P", random);
    lines = new References("L", random);
    batches = new References("B", random);
    entries = new References("E", random);
    changes = new References("C", random);
    periods =
        new PeriodOrderGenerator(random, Stream.concat(FUNDS.stream(), Stream.of(YEN)).toList());
  }

  List<Step> history(int orders) {
    List<Step> steps = new ArrayList<>();
    AccountId first = person(1);
    steps.add(new Step(first, openWithThreshold(AID, "60.00")));
    for (FundId fund : FUNDS.subList(1, FUNDS.size())) {
      steps.add(new Step(first, open(fund, fund.toString().substring(0, 8), CNY, null)));
    }
    steps.add(new Step(first, open(YEN, "YEN", Currency.getInstance("JPY"), null)));
    while (steps.size() < orders) {
      steps.add(next());
    }
    return steps;
  }

  /** Stories go on one order at a time, with other stories and stray orders between. */
  private Step next() {
    if (stories.size() < 4) {
      stories.add(story());
    }
    if (random.nextInt(3) > 0) {
      AccountId actor = anybody();
      return new Step(actor, order(actor));
    }
    Deque<Step> story = stories.get(random.nextInt(stories.size()));
    Step step = story.removeFirst();
    if (story.isEmpty()) {
      stories.remove(story);
    }
    return step;
  }

  private Deque<Step> story() {
    Stories stories = new Stories(1 + random.nextInt(PEOPLE), PEOPLE, fund());
    return random.nextInt(3) == 0
        ? stories.refunds(donations.next(), payouts)
        : stories.payout(payoutLine(payouts.next()));
  }

  private Object order(AccountId actor) {
    int dice = random.nextInt(1030);
    if (dice >= 1000) {
      return periods.next(actor);
    }
    if (dice < 330) {
      return incoming(actor, dice);
    }
    if (dice < 920) {
      return outgoing(actor, dice - 330);
    }
    return aboutFunds(actor, dice - 920);
  }

  private Object incoming(AccountId actor, int dice) {
    if (dice < 180) {
      return donations(actor);
    }
    if (dice < 260) {
      return correction(actor);
    }
    if (dice < 280) {
      return reverse(donations.known(), actor);
    }
    if (dice < 290) {
      return random.nextInt(5) == 0
          ? reverseEntry(EntryId.openingOf(fund()), actor)
          : reverseEntry(entries.known(), actor);
    }
    return dice < 320 ? income(fund(), entries.next(), amount(40)) : opening(fund(), amount(60));
  }

  private Object outgoing(AccountId actor, int dice) {
    if (dice < 90) {
      return request(fund(), payoutLine(payouts.next()), actor);
    }
    if (dice < 230) {
      return approve(payouts.known(), actor);
    }
    if (dice < 380) {
      return pay(payout(), actor, "bank-" + random.nextInt(3));
    }
    if (dice < 460) {
      return takeBack(payout(), actor, random.nextInt(-1, 4));
    }
    if (dice < 480) {
      return cancel(payout(), actor);
    }
    if (dice < 490) {
      return reject(payouts.known(), actor);
    }
    if (dice < 520) {
      return requestBatch(fund(), batches.next(), actor, payoutLines());
    }
    if (dice < 555) {
      return approveBatch(batches.known(), actor);
    }
    return dice < 575
        ? rejectBatch(batches.known(), actor)
        : expense(fund(), entries.next(), amount(10));
  }

  private Object aboutFunds(AccountId actor, int dice) {
    if (dice < 30) {
      return transfer(fund(), fund(), entries.next(), amount(40));
    }
    if (dice < 33) {
      return freeze(fund());
    }
    if (dice < 48) {
      return unfreeze(fund());
    }
    if (dice < 50) {
      return new PublishFund(fund(), actor);
    }
    if (dice < 52) {
      return new UnpublishFund(fund(), actor);
    }
    if (dice < 58) {
      return proposal(actor);
    }
    if (dice < 70) {
      return new ConfirmFundChange(fund(), changes.known(), actor);
    }
    return close(FUNDS.get(1 + random.nextInt(3)), random.nextInt(4) > 0 ? fund() : null);
  }

  private RecordDonations donations(AccountId actor) {
    DonationLine[] lines = new DonationLine[1 + random.nextInt(5)];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(donations.next(), amount(80), actor);
    }
    return new RecordDonations(fund(), List.of(lines), random.nextInt(5) > 0);
  }

  private CorrectDonation correction(AccountId actor) {
    return new CorrectDonation(
        donation(donations.known()),
        random.nextInt(4) == 0 ? COMPANY : null,
        random.nextInt(4) == 0 ? null : amount(50),
        random.nextBoolean() ? null : DAY.minusDays(random.nextInt(3)),
        sealed("reason"),
        actor);
  }

  private ProposeFundChange proposal(AccountId actor) {
    @Nullable Money threshold = random.nextBoolean() ? amount(80) : null;
    return new ProposeFundChange(
        fund(), changes.next(), null, threshold, threshold == null, sealed("reason"), actor);
  }

  private PayoutLine[] payoutLines() {
    PayoutLine[] roster = new PayoutLine[1 + random.nextInt(4)];
    for (int i = 0; i < roster.length; i++) {
      roster[i] = payoutLine(lines.next());
    }
    return roster;
  }

  private String payout() {
    return random.nextInt(4) == 0 ? lines.known() : payouts.known();
  }

  private PayoutLine payoutLine(String reference) {
    String amount = Money.of(minor(40), "CNY").toDecimal();
    return random.nextInt(3) == 0
        ? refund(reference, donations.known(), amount)
        : aid(reference, amount);
  }

  /** Sometimes of another currency. */
  private Money amount(int mostYuan) {
    int minor = minor(mostYuan);
    return random.nextInt(40) == 0 ? Money.of(minor, "JPY") : Money.of(minor, "CNY");
  }

  /**
   * A multiple of five yuan, or a fen beside it: so that amounts often just fit, or just do not.
   */
  private int minor(int mostYuan) {
    int round = 500 * (1 + random.nextInt(mostYuan / 5));
    int dice = random.nextInt(6);
    return dice == 0 ? round - 1 : dice == 1 ? round + 1 : round;
  }

  /** Mostly one of two funds, so that they see a good deal. */
  private FundId fund() {
    int dice = random.nextInt(20);
    if (dice == 0) {
      return YEN;
    }
    return FUNDS.get(dice < 9 ? 0 : dice < 16 ? 1 : dice < 18 ? 2 : 3);
  }

  private AccountId anybody() {
    return person(1 + random.nextInt(PEOPLE));
  }
}
