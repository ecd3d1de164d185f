package org.aidledger.api.web.browser;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutBatchApproved;
import org.aidledger.core.payout.event.PayoutBatchRejected;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.jspecify.annotations.Nullable;

/** The payouts of the story: single ones, batches, and what can become of them. */
final class PayoutStory {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 19);

  private final Book book;

  PayoutStory(Book book) {
    this.book = book;
  }

  /** A payout that goes its whole way. */
  void single(String fund, String reference, long amount, LocalDate day) {
    String id = request(fund, reference, amount, "陈静", null);
    approve(id, fund, amount, day);
    pay(id, fund, amount, day);
  }

  void tell() {
    book.at("2026-05-19T02:00:00Z");
    String large = request(Story.MUTUAL_AID, "FF-0519-1", 6_000_000, "周强", null);
    book.add(
        "approver",
        "Payout",
        large,
        new PayoutApproved(
            large, Story.MUTUAL_AID, Book.account("approver"), 1, false, 6_000_000, DAY, null));
    approve(large, Story.MUTUAL_AID, 6_000_000, DAY);
    pay(large, Story.MUTUAL_AID, 6_000_000, DAY);
    book.add(
        "cashier",
        "Payout",
        large,
        new PayoutReturned(
            large,
            Story.MUTUAL_AID,
            "AID",
            6_000_000,
            DAY,
            Book.sealed("户名与账号不符"),
            book.entry(Story.MUTUAL_AID)));
    String refused = request(Story.MUTUAL_AID, "FF-0519-2", 900_000, "吴磊", null);
    book.add(
        "approver",
        "Payout",
        refused,
        new PayoutRejected(refused, Story.MUTUAL_AID, Book.sealed("材料不全，请补充诊断证明")));
    String early = request(Story.MUTUAL_AID, "FF-0519-3", 120_000, "郑洁", null);
    cancel(early, 120_000, null);
    String late = request(Story.MUTUAL_AID, "FF-0519-4", 250_000, "孙莉", null);
    approve(late, Story.MUTUAL_AID, 250_000, DAY);
    cancel(late, 250_000, book.entry(Story.MUTUAL_AID));
    batches();
  }

  private void batches() {
    String batch = batch("JQZX-2026-01");
    book.add(
        "approver",
        "PayoutBatch",
        batch,
        new PayoutBatchApproved(batch, Story.SCHOOL, Book.account("approver"), 1, false));
    book.add(
        "approver2",
        "PayoutBatch",
        batch,
        new PayoutBatchApproved(batch, Story.SCHOOL, Book.account("approver2"), 2, true));
    String student = request(Story.SCHOOL, "JQZX-2026-01-001", 400_000, "刘洋", batch);
    approve(student, Story.SCHOOL, 400_000, DAY);
    String refused = batch("JQZX-2026-02");
    book.add(
        "approver",
        "PayoutBatch",
        refused,
        new PayoutBatchRejected(refused, Story.SCHOOL, Book.sealed("名册有重复人员")));
  }

  private String batch(String reference) {
    String id = Book.id("batch " + reference);
    book.add(
        "finance",
        "PayoutBatch",
        id,
        new PayoutBatchRequested(
            id,
            Story.SCHOOL,
            "市总工会",
            reference,
            76,
            30_400_000,
            List.of(),
            Book.account("finance")));
    return id;
  }

  private String request(
      String fund, String reference, long amount, String payee, @Nullable String batch) {
    String id = Book.id("payout " + reference);
    book.add(
        "finance",
        "Payout",
        id,
        new PayoutRequested(
            id,
            fund,
            "市总工会",
            reference,
            "AID",
            null,
            batch,
            amount,
            "CNY",
            new Payee(Book.sealed(payee), "f7".repeat(32), "6688"),
            Book.sealed("住院医疗费用补助"),
            Book.account("finance")));
    return id;
  }

  private void approve(String id, String fund, long amount, LocalDate day) {
    book.add(
        "approver2",
        "Payout",
        id,
        new PayoutApproved(
            id, fund, Book.account("approver2"), 2, true, amount, day, book.entry(fund)));
  }

  private void pay(String id, String fund, long amount, LocalDate day) {
    book.add(
        "cashier",
        "Payout",
        id,
        new PayoutPaid(
            id,
            fund,
            "AID",
            amount,
            day,
            "ICBC-" + day + "-0099",
            Book.account("cashier"),
            book.entry(fund)));
  }

  private void cancel(String id, long amount, @Nullable Long entry) {
    book.add(
        "finance2",
        "Payout",
        id,
        new PayoutCancelled(id, Story.MUTUAL_AID, amount, DAY, Book.sealed("申请人已转由大病医保报销"), entry));
  }
}
