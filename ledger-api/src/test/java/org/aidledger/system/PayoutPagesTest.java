package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterDefaults;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.api.roster.RosterSettings;
import org.aidledger.api.roster.Rosters;
import org.aidledger.api.sheet.SheetSource;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;
import org.aidledger.api.web.browser.Pictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Payouts as people work on them, in a real browser on the real application. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PayoutPagesTest {

  private static final Path ROSTER = Path.of("../samples/jinqiu-zhuxue-2026-payouts.xlsx");

  private static Browser browser;

  private final RunningLedger ledger;

  PayoutPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void aPayoutIsAskedForApprovedPaidReturnedAndPaidAgainByThreePeople() {
    String fundId = fundWithMoney("PP.1", "5000.00", "10000.00");
    Page finance = signedIn("finance", 1280);
    finance.navigate(at("/payouts/new?fundId=" + fundId));
    Accessibility.check(finance);
    Pictures.take(finance, "payout-new");
    finance.fill("[name='payee.name']", "周小敏");
    finance.fill("[name='payee.bankAccount']", "6222907483378899");
    finance.fill("[name='amount']", "1,200.50");
    finance.fill("[name='purpose']", "大病救助");
    finance.fill("[name='reference']", "PP-1-救助");
    finance.click("main form button[type=submit]");
    assertThat(finance.locator("[role=status]")).containsText("申请已提交");
    assertThat(finance.locator("h1")).containsText("PP-1-救助");
    assertThat(finance.locator(".capitals")).containsText("人民币壹仟贰佰元伍角整");
    assertThat(finance.locator("a[href$='/approval']")).hasCount(0);
    assertThat(finance.locator("main")).not().containsText("6222907483378899");
    String path = finance.url().substring(at("").length());
    attachSlip(finance);
    look(finance, "payout");

    assertRefused(finance, path + "/approval");
    assertRefused(finance, path + "/payment");

    Page approver = signedIn("approver", 360);
    approver.navigate(at("/payouts"));
    assertThat(approver.locator("#decide")).containsText("PP-1-救助");
    assertThat(approver.locator("nav a[href^='/payouts'] .count")).not().hasText("0");
    look(approver, "payouts-approver");
    approver.navigate(at(path));
    approver.click("a[href$='/approval']");
    assertThat(approver.locator("table.changes")).containsText("8,799.50");
    // Who decides sees what the money is for.
    assertThat(approver.locator("main")).containsText("大病救助");
    look(approver, "payout-approval");
    approver.click("main form button[type=submit]");
    assertThat(approver.locator("[role=status]")).containsText("资金已占用");
    assertRefused(approver, path + "/payment");

    Page cashier = signedIn("cashier", 1280);
    cashier.navigate(at(path));
    assertThat(cashier.locator("a[href$='/approval']")).hasCount(0);
    cashier.click("form.inline button");
    assertThat(cashier.locator("main")).containsText("6222907483378899");
    cashier.navigate(at(path));
    pay(cashier, "PP-BANK-1");
    assertThat(cashier.locator("[role=status]")).containsText("付款已登记");
    cashier.click("a[href$='/return']");
    cashier.click("main form button[type=submit]");
    assertThat(cashier.locator("[data-summary]")).containsText("事由");
    // Chromium calls every refused form a failed resource.
    var _ = browser.complaints();
    cashier.fill("[name=reason]", "户名不符");
    cashier.click("main form button[type=submit]");
    assertThat(cashier.locator("[role=status]")).containsText("退汇已登记");
    look(cashier, "payout-returned");
    pay(cashier, "PP-BANK-2");
    assertThat(cashier.locator("main .badge").first()).hasText("已付款");
    assertThat(browser.complaints()).isEmpty();
    assertThat(ledger.desk("auditor").read("/funds/" + fundId + "/balance").path("paid").asString())
        .isEqualTo("1200.50");
  }

  private static void pay(Page cashier, String reference) {
    cashier.click("a[href$='/payment']");
    Accessibility.check(cashier);
    Pictures.take(cashier, "payout-payment");
    cashier.fill("[name=bankReference]", reference);
    cashier.click("main form button[type=submit]");
  }

  private static void attachSlip(Page page) {
    page.setInputFiles(
        "#f-document",
        new FilePayload(
            "审批表.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)));
    page.click(".attach button");
    assertThat(page.locator("[role=status]")).containsText("凭证已附上");
    assertThat(page.locator(".documents table")).containsText("审批表.pdf");
    page.setInputFiles(
        "#f-document",
        new FilePayload("审批表.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)));
    page.click(".attach button");
    assertThat(page.locator(".flash.bad")).containsText("格式");
  }

  /** The order is refused with 403 even to who holds the page's token. */
  private static void assertRefused(Page page, String path) {
    Object status =
        page.evaluate(
            """
            async path => {
              const token = document.querySelector('[name=_csrf]').value;
              const body = new URLSearchParams({_csrf: token});
              return (await fetch(path, {method: 'POST', body})).status;
            }\
            """,
            path);
    assertThat(status).isEqualTo(403);
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("403"));
  }

  @Test
  void aRosterOfSeventySixIsApprovedByTwoPaidByTheBankAndSettledByItsResults() throws Exception {
    String fundId = fundWithMoney("PP.2", "100000.00", "400000.00");
    List<Map<String, Object>> lines = roster();
    assertThat(lines).hasSize(76);
    JsonNode requested =
        ledger
            .desk("finance")
            .order(
                201,
                "/funds/" + fundId + "/payout-batches",
                Map.of("reference", "金秋助学-PP", "payouts", lines));
    String path = "/payout-batches/" + requested.path("batchId").asString();

    for (String name : List.of("approver", "approver2")) {
      Page approver = signedIn(name, 1280);
      approver.navigate(at(path));
      approver.click("a[href$='/approval']");
      look(approver, "batch-approval-" + name);
      approver.click("main form button[type=submit]");
      assertThat(approver.locator("[role=status]")).containsText("审批通过");
      assertThat(approver.locator("input[type=file]")).hasCount(0);
    }

    Desk cashier = ledger.desk("cashier");
    String file = cashier.get(path + "/bank-file").text();
    assertThat(file).startsWith("\uFEFF序号,付款编号,收款人,收款账号,开户行,金额,用途\r\n");
    assertThat(file.lines()).hasSize(77);
    assertThat(file).contains(",6222684038854214,中国银行济宁分行,4000.00,");
    assertThat(ledger.desk("auditor").items("/audit/readings", 500))
        .filteredOn(reading -> file.contains(reading.path("context").asString()))
        .hasSize(76);

    Page page = signedIn("cashier", 1280);
    page.navigate(at(path));
    assertThat(page.locator("section:has(#taken-title) li")).hasCount(1);
    assertThat(page.locator("section:has(#taken-title)")).containsText("cashier 取出 76 笔");
    assertThat(page.locator("section:has(#taken-title)")).containsText("否则会重复付款");
    look(page, "batch-due");
    byte[] results = results(file);
    page.evaluate(
        "document.querySelector(\"form[action*='bank-results'] [name=_csrf]\").value = 'x'");
    page.setInputFiles("#f-results", new FilePayload("results.csv", "text/csv", results));
    page.click("form[action*='bank-results'] button");
    assertThat(page.locator("[role=status]")).containsText("什么也没有记录");
    page.setInputFiles("#f-results", new FilePayload("results.csv", "text/csv", results));
    page.click("form[action*='bank-results'] button");
    assertThat(page.locator("[role=status]")).containsText("付款 75 笔");
    assertThat(page.locator("main")).containsText("账号不存在");
    look(page, "batch-settled");
    page.setInputFiles("#f-results", new FilePayload("results.csv", "text/csv", results));
    page.click("form[action*='bank-results'] button");
    assertThat(page.locator("[role=status]")).containsText("付款 0 笔");

    JsonNode balance = ledger.desk("auditor").read("/funds/" + fundId + "/balance");
    assertThat(balance.path("paid").asString()).isEqualTo("300000.00");
    assertThat(balance.path("reserved").asString()).isEqualTo("4000.00");
    assertThat(cashier.get(path + "/bank-file").text().lines()).hasSize(2);
    assertThat(ledger.desk("finance").get(path + "/bank-file").status()).isEqualTo(403);
    assertThat(browser.complaints()).isEmpty();
  }

  /** What the bank sends back: all but the last were paid. */
  private static byte[] results(String bankFile) {
    StringBuilder results = new StringBuilder("付款编号,结果,付款日期,银行流水号,原因,金额\r\n");
    List<String> lines = bankFile.lines().skip(1).toList();
    for (int i = 0; i < lines.size(); i++) {
      String id = lines.get(i).split(",", -1)[1];
      results.append(
          i < lines.size() - 1
              ? "%s,成功,%s,PPB%03d,,4000.00\r\n".formatted(id, Bodies.DAY, i)
              : "%s,失败,%s,,账号不存在,4000.00\r\n".formatted(id, Bodies.DAY));
    }
    return results.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<Map<String, Object>> roster() {
    SheetSource source = () -> Files.newInputStream(ROSTER);
    MappingChoice choice =
        new MappingChoice(RosterKind.PAYOUTS, null, Map.of(), RosterDefaults.NONE);
    Proposal proposal = Rosters.propose(source, choice);
    RosterSettings settings =
        new RosterSettings(Currency.getInstance("CNY"), LocalDate.parse(Bodies.DAY));
    List<Map<String, Object>> lines = new ArrayList<>();
    try (RosterLines open = Rosters.open(source, proposal.mapping(), settings)) {
      for (RosterLine line = open.next(); line != null; line = open.next()) {
        if (line instanceof RosterLine.Good(var sheet, RosterRow.Payout row)) {
          lines.add(
              Map.of(
                  "reference",
                  "PP-S-" + sheet.line(),
                  "payee",
                  Map.of(
                      "name", row.name(),
                      "bankAccount", Objects.requireNonNull(row.bankAccount()),
                      "bankName", Objects.requireNonNull(row.bankName())),
                  "amount",
                  row.amount().toDecimal(),
                  "purpose",
                  row.purpose()));
        }
      }
    }
    return lines;
  }

  private String fundWithMoney(String code, String threshold, String amount) {
    Desk finance = ledger.desk("finance");
    String id =
        finance
            .order(201, "/funds", with(fund(code), "approvalThreshold", threshold))
            .path("fundId")
            .asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous(code + "-money", amount));
    finance.read("/funds/" + id);
    return id;
  }

  /** In both languages and at both widths: nothing that keeps anybody out. */
  private static void look(Page page, String name) {
    int width = page.viewportSize().width;
    String url = page.url();
    for (String language : List.of("en", "zh")) {
      page.navigate(url + (url.contains("?") ? "&" : "?") + "lang=" + language);
      for (int other : new int[] {360, 1280}) {
        page.setViewportSize(other, 900);
        Accessibility.check(page);
        Pictures.take(page, name, language, other);
      }
    }
    page.setViewportSize(width, 900);
    page.navigate(url);
  }

  private Page signedIn(String username, int width) {
    Page page = browser.window(width, 900);
    page.navigate(at("/login"));
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", RunningLedger.PASSWORD);
    page.click("button[type=submit]");
    PageTour.awaitSignedIn(page);
    return page;
  }

  private String at(String path) {
    return ledger.at(path);
  }
}
