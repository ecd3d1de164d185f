package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.PayeeDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.entry.command.RecordIncome;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.stream.Begun;

/**
 * Three funds with a few months of life. Every reference and day is fixed, so that loading it again
 * after an interruption adds nothing.
 */
final class DemoBook {

  private static final Currency CNY = Currency.getInstance("CNY");

  private final Ledger ledger;
  private final DonationDesk donations;
  private final People people;
  private final String organisation;

  /** Who acts in the demo: three people, as the rules want it. */
  record Cast(AccountId finance, AccountId approver, AccountId cashier) {}

  private final Cast cast;

  DemoBook(
      Ledger ledger,
      DonationDesk donations,
      People people,
      LedgerProperties properties,
      Cast cast) {
    this.ledger = ledger;
    this.donations = donations;
    this.people = people;
    this.organisation = properties.organisation();
    this.cast = cast;
  }

  void load(List<DonationDraft> sample) {
    FundId mutual = open("AXHZ", "爱心互助基金", "会员互助，帮扶困难职工", Treatment.OWN_INCOME);
    FundId oneDay = open("CXYRJ-2026", "慈心一日捐 2026", "一年一度的职工募捐", Treatment.ENTRUSTED);
    FundId students = open("JQZX-2026", "金秋助学 2026", "资助困难职工子女入学", Treatment.OWN_INCOME);
    opening(mutual, "120000.00");
    opening(students, "200000.00");
    income(mutual, IncomeCategory.SUPERIOR_SUBSIDY, "2026-03", "50000.00", 2026, 3);
    for (int month = 1; month <= 6; month++) {
      contributions(mutual, month);
    }
    donations.record(oneDay, sample, cast.finance);
    for (int i = 1; i <= 8; i++) {
      aid(mutual, i);
    }
  }

  private FundId open(String code, String name, String purpose, Treatment treatment) {
    FundId id = FundId.of(organisation, code);
    ledger.<Begun>execute(
        new OpenFund(
            id, organisation, code, name, purpose, CNY, treatment, Money.parse("5000.00", CNY)),
        cast.finance);
    return id;
  }

  private void opening(FundId fund, String amount) {
    ledger.<Begun>execute(
        new SetOpeningBalance(
            fund, Money.parse(amount, CNY), LocalDate.of(2026, 1, 1), "2025 年度决算", null, null),
        cast.finance);
  }

  private void income(
      FundId fund, IncomeCategory category, String reference, String amount, int year, int month) {
    ledger.<Begun>execute(
        new RecordIncome(
            fund,
            category,
            category.name(),
            "DEMO-" + reference,
            Money.parse(amount, CNY),
            LocalDate.of(year, month, 15),
            null,
            null),
        cast.finance);
  }

  private void contributions(FundId fund, int month) {
    List<DonationDraft> drafts = new ArrayList<>();
    for (int unit = 1; unit <= 12; unit++) {
      drafts.add(
          new DonationDraft(
              "DEMO",
              "HZ-%02d-%02d".formatted(month, unit),
              new DonorDraft(null, null, "第" + unit + "分会", false),
              Money.parse((600 + 37 * unit + 21 * month) + ".00", CNY),
              LocalDate.of(2026, month, 5 + unit),
              Channel.PAYROLL,
              null));
    }
    donations.record(fund, drafts, cast.finance);
  }

  private void aid(FundId fund, int number) {
    String reference = "DEMO-BF-" + number;
    PayoutId id = PayoutId.of(organisation, reference);
    Payee payee =
        people
            .payees(
                List.of(new PayeeDraft("样例职工" + number, null, "62220000000000" + (10 + number))))
            .getFirst();
    Executed<Begun> requested =
        ledger.execute(
            new RequestPayout(
                fund,
                new PayoutLine(
                    reference,
                    PayoutKind.AID,
                    null,
                    payee,
                    Money.parse(number * 500 + ".00", CNY),
                    people.text(payee.person(), "大病救助")),
                cast.finance),
            cast.finance);
    if (requested.result() instanceof Begun.New && number <= 6) {
      ledger.execute(
          new ApprovePayout(id, cast.approver, LocalDate.of(2026, 6, 20)), cast.approver);
      if (number <= 4) {
        ledger.execute(
            new PayPayout(id, cast.cashier, LocalDate.of(2026, 6, 20 + number), "DEMO-" + number),
            cast.cashier);
      }
    }
  }
}
