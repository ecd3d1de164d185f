package org.aidledger.api.web.browser;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.fund.Movement;
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
import org.jspecify.annotations.Nullable;

/** A year of a union office, in which every kind of event of a trail happens at least once. */
public final class Story {

  public static final String MUTUAL_AID = Book.id("fund mutual aid");
  public static final String SCHOOL = Book.id("fund school");
  public static final String GIRLS = Book.id("fund girls");
  public static final String OLD = Book.id("fund old");

  /** A name that would run if a page did not escape it. */
  public static final String HOSTILE = "<script>alert('王')</script>'; drop table fund;--";

  private final Book book;
  private final PayoutStory payouts;
  private final EntryStory entries;

  private Story(Book book) {
    this.book = book;
    this.payouts = new PayoutStory(book);
    this.entries = new EntryStory(book);
  }

  /** Tells the story into an empty book. */
  public static void tell(Book book) throws SQLException {
    new Story(book).tell();
    book.write();
  }

  private void tell() {
    book.at("2025-05-30T01:00:00Z");
    open(OLD, "YJ-2019", "应急救助专项", "突发意外临时救助", "ENTRUSTED", null);
    open(MUTUAL_AID, "AX-01", "爱心互助基金", "职工及家属因病、因灾致困的互助救助", "OWN_INCOME", 5_000_000L);
    open(SCHOOL, "JQ-2025", "金秋助学", "资助困难职工子女入学", "ENTRUSTED", null);
    open(GIRLS, "NT-2025", "困难女童补助", "省总工会拨付的困难女童补助，专款专用", "AGENCY", null);
    entries.opening(OLD, 3_580_000);
    entries.opening(MUTUAL_AID, 128_450_000);
    entries.opening(SCHOOL, 2_000_000);
    months();
    lastDays();
    payouts.tell();
    terms();
  }

  private void months() {
    for (int month = 0; month < 11; month++) {
      LocalDate day = LocalDate.of(2025, 6, 8).plusMonths(month);
      book.at(day + "T02:00:00Z");
      long amount = 3_400_000 + 717_345L * ((month * 7) % 5);
      donation(MUTUAL_AID, "PAYROLL", "GZ-" + day, amount, day, organisation("第一机械厂工会"));
      if (month % 3 == 2) {
        entries.income(MUTUAL_AID, "BANK_INTEREST", 31_507 + month, day.plusDays(13));
        entries.expense(MUTUAL_AID, 2_550, day.plusDays(13));
      }
      if (month < 9) {
        payouts.single(
            MUTUAL_AID, "FF-" + day, 1_800_000 + 650_000L * (month % 4), day.plusDays(10));
      }
    }
  }

  private void lastDays() {
    book.at("2026-05-18T01:30:00Z");
    LocalDate day = LocalDate.of(2026, 5, 18);
    donation(MUTUAL_AID, "BANK_TRANSFER", "6222-0518-0031", 15_030_446, day, organisation("市慈善总会"));
    donation(
        MUTUAL_AID, "WECHAT", "4200002561", 20_000, day, new Donor("ANONYMOUS", null, null, null));
    donation(MUTUAL_AID, "CASH", "SJ-0007", 50_000, day, named("张伟", "第二人民医院工会"));
    donation(MUTUAL_AID, "ALIPAY", "2026051822001", 8_888, day, named(HOSTILE, null));
    donation(MUTUAL_AID, "CASH", "SJ-0008", 30_000, day, named("destroyed", null));
    String wrong = donation(MUTUAL_AID, "CASH", "SJ-0009", 100_000, day, named("李娜", null));
    long number = book.entry(MUTUAL_AID);
    book.entry(MUTUAL_AID);
    book.add(
        "finance2",
        "Donation",
        wrong,
        new DonationCorrected(
            wrong,
            MUTUAL_AID,
            number,
            100_000,
            day,
            10_000,
            day.minusDays(1),
            named("李娜", null),
            Book.sealed("收据金额为 100.00 元，录入时多写一个零")));
    total(Movement.DONATION_CORRECTION, MUTUAL_AID, number, 2, -90_000);
    String twice =
        donation(
            MUTUAL_AID,
            "WECHAT",
            "4200002561-2",
            20_000,
            day,
            new Donor("ANONYMOUS", null, null, null));
    book.add(
        "approver",
        "Donation",
        twice,
        new DonationReversed(
            twice,
            MUTUAL_AID,
            book.entry(MUTUAL_AID),
            20_000,
            day,
            Book.sealed("与 4200002561 重复 <b>录入</b>")));
    entries.income(SCHOOL, "SUPERIOR_SUBSIDY", 30_000_000, day);
    entries.income(GIRLS, "SUPERIOR_SUBSIDY", 1_200_000, day);
    entries.transfer(MUTUAL_AID, SCHOOL, 5_000_000, day);
    entries.transfer(OLD, MUTUAL_AID, 3_580_000, day);
    String refunded =
        donation(SCHOOL, "BANK_TRANSFER", "6222-0518-0044", 600_000, day, named("赵敏", null));
    book.add(
        "finance",
        "Donation",
        refunded,
        new DonationRefundReserved(refunded, Book.id("payout refund"), 200_000));
    book.add(
        "finance",
        "Donation",
        refunded,
        new DonationRefundReleased(refunded, Book.id("payout refund"), 200_000));
  }

  private void terms() {
    book.at("2026-05-19T08:00:00Z");
    fund(OLD, "finance", new FundClosed(OLD, Book.sealed("项目结束，余额按章程结转"), MUTUAL_AID));
    fund(GIRLS, "finance", new FundFrozen(GIRLS, Book.sealed("等待省总工会核对名单")));
    fund(SCHOOL, "finance", new FundFrozen(SCHOOL, Book.sealed("核对期初余额")));
    fund(SCHOOL, "finance2", new FundUnfrozen(SCHOOL, Book.sealed("核对无误")));
    String change = Book.id("change 1");
    fund(
        SCHOOL,
        "finance",
        new FundChangeProposed(
            SCHOOL,
            change,
            null,
            2_000_000L,
            false,
            Book.sealed("助学金额提高"),
            Book.account("finance")));
    fund(SCHOOL, "finance2", new FundChangeConfirmed(SCHOOL, change, null, 2_000_000L, false));
    fund(
        MUTUAL_AID,
        "finance",
        new FundChangeProposed(
            MUTUAL_AID,
            Book.id("change 2"),
            "职工及家属因病、因灾、因学致困的互助救助",
            null,
            true,
            Book.sealed("职代会第 12 次会议决议"),
            Book.account("finance")));
    entries.expenseByMistake(GIRLS, 500, LocalDate.of(2026, 5, 18));
    fund(GIRLS, "finance", new FundPublished(GIRLS, Book.account("finance")));
    fund(GIRLS, "finance", new FundUnpublished(GIRLS, Book.account("finance")));
    LocalDate lastOfMarch = LocalDate.of(2026, 3, 31);
    fund(GIRLS, "approver", new PeriodLocked(GIRLS, "2026-03", lastOfMarch, "NEXT_PERIOD"));
    fund(GIRLS, "approver", new PeriodUnlocked(GIRLS, "2026-03", null, null));
    finding(GIRLS);
    document(GIRLS, Book.id("expense " + GIRLS + "2026-05-18"));
  }

  private void finding(String fund) {
    String id = Book.id("finding " + fund);
    String auditor = Book.account("auditor");
    book.add(
        "auditor",
        "Finding",
        id,
        new FindingRaised(
            id, "总工会", fund, "MEDIUM", null, List.of(3L), Book.sealed("手续费缺少银行回单"), auditor));
    book.add(
        "finance",
        "Finding",
        id,
        new FindingAnswered(id, fund, Book.sealed("已补回单"), Book.account("finance")));
    book.add("auditor", "Finding", id, new FindingClosed(id, fund, Book.sealed("回单相符"), auditor));
  }

  private void document(String fund, String entry) {
    String id = Book.id("document " + entry);
    book.add(
        "finance",
        "Document",
        id,
        new DocumentAttached(
            id,
            "ENTRY",
            entry,
            fund,
            Book.id("file " + entry),
            "f7".repeat(32),
            "application/pdf",
            48_213,
            Book.sealed("回单.pdf"),
            Book.account("finance")));
  }

  private void open(
      String id,
      String code,
      String name,
      String purpose,
      String treatment,
      @Nullable Long threshold) {
    fund(
        id,
        "finance",
        new FundOpened(id, "市总工会", code, name, purpose, "CNY", treatment, threshold));
  }

  private void fund(String id, String actor, Object event) {
    book.add(actor, "Fund", id, event);
  }

  /** Records a donation with its control total, and answers its id. */
  String donation(
      String fund, String channel, String reference, long amount, LocalDate day, Donor donor) {
    String id = Book.id("donation " + reference);
    long number = book.entry(fund);
    book.add(
        "finance",
        "Donation",
        id,
        new DonationReceived(
            id, fund, "市总工会", channel, reference, amount, "CNY", day, channel, donor, null,
            number));
    fund(fund, "finance", new DonationsPosted(fund, number, 1, amount, "c4".repeat(32)));
    return id;
  }

  private void total(Movement movement, String fund, long first, int count, long total) {
    fund(fund, "finance", new EntriesPosted(fund, movement, first, count, total, "d5".repeat(32)));
  }

  private static Donor organisation(String name) {
    return new Donor("ORGANISATION", name, null, null);
  }

  private static Donor named(String name, @Nullable String unit) {
    return new Donor("NAMED", unit, Book.sealed(name), "e6".repeat(32));
  }
}
