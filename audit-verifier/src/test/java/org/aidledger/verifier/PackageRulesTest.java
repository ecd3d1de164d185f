package org.aidledger.verifier;

import static org.aidledger.verifier.MadeUpBook.APPROVER;
import static org.aidledger.verifier.MadeUpBook.APPROVER2;
import static org.aidledger.verifier.MadeUpBook.CASHIER;
import static org.aidledger.verifier.MadeUpBook.FINANCE;
import static org.aidledger.verifier.MadeUpBook.FINANCE2;
import static org.aidledger.verifier.MadeUpBook.FUND;
import static org.aidledger.verifier.MadeUpBook.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.aidledger.verifier.report.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Books that are sealed and signed as they should be and break one rule each: what an operator who
 * holds the key could make.
 */
class PackageRulesTest {

  @TempDir Path folder;

  @Test
  void aBookThatKeepsEveryRuleIsGenuine() throws Exception {
    Path file = honest().balance(FUND, 9_400, 0, 9).pack(folder);
    Ran ran = Ran.verify(file);
    assertThat(ran.out()).contains("GENUINE: everything").doesNotContain("✗");
    assertThat(ran.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenRuleIsNamed(Code code, MadeUpBook book) throws Exception {
    Path file = book.pack(folder);
    Ran english = Ran.verify(file, "--language", "en");
    assertThat(english.out()).contains("[" + code + "]").contains("NOT GENUINE");
    assertThat(english.out()).doesNotContainPattern("\\{[a-zA-Z]+}");
    assertThat(english.status()).isEqualTo(1);
    assertThat(Ran.verify(file, "--language=zh").out())
        .contains("[" + code + "]")
        .contains("不属实")
        .doesNotContainPattern("\\{[a-zA-Z]+}");
    assertThat(Ran.verify(file, "--json").out()).contains("\"code\":\"" + code + "\"");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        with(Code.BALANCE_DIFFERS, b -> b.donation("d", 100).balance(FUND, 101, 0, 1)),
        with(Code.BALANCE_UNEXPECTED, b -> b.balance(id("other"), 1, 0, 1)),
        with(
            Code.BALANCE_BELOW_ZERO,
            b -> b.requested("p", FINANCE, 100, null).approved("p", APPROVER, 1, true, 100)),
        with(
            Code.CONTROL_TOTAL_DIFFERS,
            b -> b.control("DONATION", 99, id("d")).donationAlone("d", 100)),
        with(
            Code.CONTROL_DIGEST_DIFFERS,
            b -> b.control("DONATION", 100, id("other")).donationAlone("d", 100)),
        with(Code.CONTROL_WITHOUT_DETAILS, b -> b.control("DONATION", 100, id("d"))),
        with(Code.DETAIL_WITHOUT_CONTROL, b -> b.donationAlone("d", 100)),
        with(
            Code.ENTRY_NUMBER_GAP,
            b ->
                b.event(
                    FINANCE,
                    "Fund",
                    FUND,
                    "DonationsPosted",
                    "fundId",
                    FUND,
                    "firstEntryNumber",
                    2,
                    "count",
                    1,
                    "total",
                    1,
                    "digest",
                    "00")),
        with(
            Code.SELF_APPROVAL,
            b ->
                b.donation("d", 500)
                    .requested("p", FINANCE, 100, null)
                    .approved("p", FINANCE, 1, true, 100)),
        with(
            Code.APPROVALS_MISSING,
            b ->
                b.donation("d", 90_000)
                    .requested("p", FINANCE, 60_000, null)
                    .approved("p", APPROVER, 1, true, 60_000)),
        with(
            Code.APPROVED_TWICE,
            b ->
                b.donation("d", 90_000)
                    .requested("p", FINANCE, 60_000, null)
                    .approved("p", APPROVER, 1, false, 60_000)
                    .approved("p", APPROVER, 2, true, 60_000)),
        with(
            Code.PAYER_NOT_THIRD_PERSON,
            b ->
                b.donation("d", 500)
                    .requested("p", FINANCE, 100, null)
                    .approved("p", APPROVER, 1, true, 100)
                    .paid("p", APPROVER, 100)),
        with(
            Code.PAYOUT_AMOUNT,
            b ->
                b.donation("d", 500)
                    .requested("p", FINANCE, 100, null)
                    .approved("p", APPROVER, 1, true, 101)),
        with(
            Code.PAYOUT_STATE,
            b ->
                b.donation("d", 500)
                    .requested("p", FINANCE, 100, null)
                    .approved("p", APPROVER, 1, true, 100)
                    .paid("p", CASHIER, 100)
                    .paid("p", CASHIER, 100)),
        with(
            Code.ROSTER_DIFFERS,
            b ->
                b.requested("p", FINANCE, 100, "r")
                    .event(
                        FINANCE,
                        "PayoutBatch",
                        id("r"),
                        "PayoutBatchRequested",
                        "batchId",
                        id("r"),
                        "fundId",
                        FUND,
                        "organisation",
                        "O",
                        "reference",
                        "R",
                        "count",
                        1,
                        "total",
                        99,
                        "payoutIds",
                        "[\"" + id("p") + "\"]",
                        "requestedBy",
                        FINANCE)),
        with(
            Code.ACTOR_DIFFERS,
            b ->
                b.event(
                    FINANCE2,
                    "Payout",
                    id("p"),
                    "PayoutRequested",
                    "payoutId",
                    id("p"),
                    "fundId",
                    FUND,
                    "amount",
                    1,
                    "requestedBy",
                    FINANCE)),
        with(Code.SELF_CORRECTION, b -> b.donation("d", 100).corrected("d", FINANCE, 100, 10)),
        with(Code.CORRECTION_DIFFERS, b -> b.donation("d", 100).corrected("d", FINANCE2, 90, 10)),
        with(
            Code.REFUND_EXCEEDS_DONATION,
            b ->
                b.donation("d", 100)
                    .event(
                        FINANCE,
                        "Donation",
                        id("d"),
                        "DonationRefundReserved",
                        "donationId",
                        id("d"),
                        "payoutId",
                        id("p"),
                        "amount",
                        101)),
        with(
            Code.FUND_NOT_OPEN,
            b -> b.event(FINANCE, "Fund", FUND, "FundFrozen", "fundId", FUND).donation("d", 100)),
        with(
            Code.FUND_CLOSED_NOT_EMPTY,
            b -> b.donation("d", 100).event(FINANCE, "Fund", FUND, "FundClosed", "fundId", FUND)),
        with(
            Code.CURRENCY_DIFFERS,
            b ->
                b.control("INCOME", 5, id("e"))
                    .event(
                        FINANCE,
                        "Entry",
                        id("e"),
                        "IncomeRecorded",
                        "entryId",
                        id("e"),
                        "fundId",
                        FUND,
                        "amount",
                        5,
                        "currency",
                        "USD",
                        "entryNumber",
                        1)),
        with(Code.FIGURE_TOO_LARGE, b -> b.donation("d", Long.MAX_VALUE).donation("e", 1)),
        with(
            Code.SELF_CONFIRMATION,
            b ->
                b.event(
                        FINANCE,
                        "Fund",
                        FUND,
                        "FundChangeProposed",
                        "fundId",
                        FUND,
                        "changeId",
                        "c",
                        "thresholdRemoved",
                        true,
                        "proposedBy",
                        FINANCE)
                    .event(
                        FINANCE,
                        "Fund",
                        FUND,
                        "FundChangeConfirmed",
                        "fundId",
                        FUND,
                        "changeId",
                        "c",
                        "thresholdRemoved",
                        true)),
        with(
            Code.NOT_PROPOSED,
            b ->
                b.event(
                    FINANCE,
                    "Subject",
                    id("s"),
                    "KeyDestroyed",
                    "subjectId",
                    id("s"),
                    "requestedBy",
                    FINANCE2,
                    "confirmedBy",
                    FINANCE)),
        with(
            Code.SELF_GRANT,
            b ->
                b.event(
                    FINANCE,
                    "Account",
                    FINANCE,
                    "RoleGranted",
                    "accountId",
                    FINANCE,
                    "role",
                    "ADMIN")),
        with(
            Code.ROLES_EXCLUDE,
            b ->
                b.event(
                        APPROVER,
                        "Account",
                        FINANCE,
                        "RoleGranted",
                        "accountId",
                        FINANCE,
                        "role",
                        "AUDITOR")
                    .event(
                        APPROVER,
                        "Account",
                        FINANCE,
                        "RoleGranted",
                        "accountId",
                        FINANCE,
                        "role",
                        "FINANCE")),
        with(
            Code.PERIOD_CLOSED,
            b ->
                b.event(
                        FINANCE2,
                        "Fund",
                        FUND,
                        "PeriodLocked",
                        "fundId",
                        FUND,
                        "period",
                        "2026-12",
                        "closedThrough",
                        "2026-12-31",
                        "lateEntries",
                        "REFUSED")
                    .donation("d", 100)),
        with(
            Code.SELF_CONFIRMATION,
            b ->
                periodClosing(b, FINANCE)
                    .event(
                        FINANCE,
                        "PeriodCalendar",
                        id("calendar"),
                        "PeriodClosed",
                        "organisation",
                        "某市总工会",
                        "period",
                        "2026-05",
                        "proposalId",
                        id("proposal"),
                        "closedThrough",
                        "2026-05-31",
                        "lateEntries",
                        "REFUSED",
                        "funds",
                        0,
                        "confirmedBy",
                        FINANCE)),
        with(
            Code.EVENT_TYPE_UNKNOWN,
            b -> b.event(FINANCE, "Fund", FUND, "FundGilded", "fundId", FUND)),
        with(
            Code.STREAM_CONTRADICTED,
            b ->
                b.event(
                    FINANCE,
                    "Donation",
                    id("x"),
                    "DonationRefundReleased",
                    "donationId",
                    id("y"),
                    "payoutId",
                    id("p"),
                    "amount",
                    1)),
        with(Code.FINDING_STATE, b -> closed(raised(b), APPROVER)),
        with(Code.FINDING_STATE, b -> answered(b, FINANCE)),
        with(
            Code.FINDING_STATE,
            b -> closed(closed(answered(raised(b), FINANCE), APPROVER), APPROVER)),
        with(Code.SELF_CONFIRMATION, b -> answered(raised(b), APPROVER)),
        with(
            Code.SELF_CONFIRMATION,
            b -> closed(answered(answered(raised(b), FINANCE), FINANCE2), FINANCE)),
        with(
            Code.EVENT_UNREADABLE,
            b ->
                b.event(
                    FINANCE,
                    "Fund",
                    FUND,
                    "DonationsPosted",
                    "fundId",
                    FUND,
                    "firstEntryNumber",
                    "one")));
  }

  private static MadeUpBook periodClosing(MadeUpBook book, String proposer) {
    return book.event(
        proposer,
        "PeriodCalendar",
        id("calendar"),
        "PeriodClosingProposed",
        "organisation",
        "某市总工会",
        "period",
        "2026-05",
        "proposalId",
        id("proposal"),
        "lateEntries",
        "REFUSED",
        "openItems",
        "{}",
        "proposedBy",
        proposer);
  }

  private static MadeUpBook raised(MadeUpBook book) {
    return book.event(
        APPROVER,
        "Finding",
        id("finding"),
        "FindingRaised",
        "findingId",
        id("finding"),
        "organisation",
        "某市总工会",
        "severity",
        "HIGH",
        "raisedBy",
        APPROVER);
  }

  private static MadeUpBook answered(MadeUpBook book, String who) {
    return finding(book, who, "FindingAnswered", "answeredBy");
  }

  private static MadeUpBook closed(MadeUpBook book, String who) {
    return finding(book, who, "FindingClosed", "closedBy");
  }

  private static MadeUpBook finding(MadeUpBook book, String who, String type, String field) {
    return book.event(who, "Finding", id("finding"), type, "findingId", id("finding"), field, who);
  }

  private static Arguments with(Code code, Consumer<MadeUpBook> wrong) {
    MadeUpBook book = new MadeUpBook().fund(FUND, 50_000L);
    wrong.accept(book);
    return Arguments.of(code, book);
  }

  /** Donations, a correction by another person, a payout of one approver, one of two. */
  static MadeUpBook honest() {
    return new MadeUpBook()
        .fund(FUND, 50_000L)
        .donation("d1", 70_000)
        .checkpoint()
        .donation("d2", 500)
        .corrected("d2", FINANCE2, 500, 50)
        .requested("p1", FINANCE, 650, null)
        .approved("p1", APPROVER, 1, true, 650)
        .paid("p1", CASHIER, 650)
        .checkpoint()
        .requested("p2", FINANCE, 60_000, null)
        .approved("p2", APPROVER, 1, false, 60_000)
        .approved("p2", APPROVER2, 2, true, 60_000)
        .paid("p2", CASHIER, 60_000)
        .donation("d3", 0);
  }
}
