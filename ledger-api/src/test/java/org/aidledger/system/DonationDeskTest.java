package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A morning at the donation desk, in a real browser on the real application. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class DonationDeskTest {

  private static Office office;

  private final RunningLedger ledger;

  DonationDeskTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @BeforeAll
  static void open(RunningLedger ledger) {
    office = new Office(ledger);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void hammersInDonationsByTheKeyboardAlone() {
    String fundId = newFund("DESK.1");
    Page page = deskFor(fundId, "finance", 1280);
    Office.awaitCursor(page, "donor.name");

    Office.type(page, "王芳", "一分厂", "1001", "", "1,234.5");
    assertThat(page.locator("output.capitals")).hasText("人民币壹仟贰佰叁拾肆元伍角整");
    Office.type(page, "", "D1-1");
    page.keyboard().press("Enter");
    assertThat(Office.said(page)).contains("流水号 1 已入账", "1,234.50 元", "D1-1");
    Office.awaitCursor(page, "donor.name");

    // The same person by staff number: recognised for sure, nothing to choose.
    Office.type(page, "王芳", "一分厂", "1001", "");
    assertThat(page.locator("[data-known]")).containsText("已识别：王芳（一分厂）");
    Office.type(page, "", "200", "D1-2");
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("流水号 2 已入账");

    // By the full name alone: the one of that name is offered and taken by default.
    Office.type(page, "王芳", "");
    assertThat(page.locator("[data-known] input:checked + label")).containsText("200.00");
    assertThat(page.locator("[name='donor.organisation']")).hasValue("一分厂");
    page.fill("[name=amount]", "50");
    page.fill("[name=reference]", "D1-3");
    page.fill("[name=receivedOn]", "2026年5月9日");
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("流水号 3 已入账");
    assertThat(page.locator("tbody tr").first()).containsText("2026-05-09");
    assertThat(page.locator("tbody tr")).hasCount(3);
    assertThat(donors(fundId)).as("one person gave all three").hasSize(1);
    assertThat(office.complaints()).isEmpty();
    Office.checkAllForms(page);
  }

  @Test
  void askedWhichOfSeveralOfOneNameItIs() {
    String fundId = newFund("DESK.2");
    Desk finance = ledger.desk("finance");
    for (String unit : List.of("炼铁厂", "炼钢厂")) {
      finance.order(
          201,
          "/funds/" + fundId + "/donations",
          donation("D2-" + unit, "10.00", Map.of("name", "李雷同", "organisation", unit)));
    }
    finance.read("/funds/" + fundId);
    Page page = deskFor(fundId, "finance", 1280);
    Office.type(page, "李雷同", "");
    page.fill("[name=amount]", "30");
    assertThat(page.locator("[data-known] input[type=radio]")).hasCount(3);
    page.fill("[name=reference]", "D2-3");
    page.keyboard().press("Enter");
    assertThat(Office.refused(page)).contains("以前有同名的捐赠人");
    assertThat(page.locator("[name=amount]")).hasValue("30");
    page.getByLabel("炼钢厂").check();
    page.locator("form.desk button[type=submit]").click();
    assertThat(page.locator(".flash")).containsText("流水号 3 已入账");
    assertThat(donors(fundId)).hasSize(2);
  }

  @Test
  void mendsAMistakeBesideItsFieldAndIsToldOfAConflict() {
    String fundId = newFund("DESK.3");
    Page page = deskFor(fundId, "finance", 360);
    Office.type(page, "赵小一", "", "", "", "12.345", "D3-1");
    page.keyboard().press("Enter");
    assertThat(Office.refused(page)).contains("“金额”的小数位过多");
    assertThat(page.locator("#f-amount-wrong")).containsText("小数位过多");
    assertThat(page.locator("#f-amount")).hasAttribute("aria-invalid", "true");
    assertThat(page.locator("[name='donor.name']")).hasValue("赵小一");
    Accessibility.check(page);
    page.click("[data-summary] a");
    Office.awaitCursor(page, "amount");
    page.fill("[name=amount]", "12.34");
    page.keyboard().press("Enter");
    assertThat(page.locator(".flash")).containsText("12.34 元");

    Office.type(page, "钱小二", "", "", "", "99", "D3-1");
    page.keyboard().press("Enter");
    assertThat(Office.refused(page)).contains("凭证号 D3-1 已经入账");
    assertThat(page.locator("table.changes"))
        .containsText(Pattern.compile("12\\.34.*99\\.00", Pattern.DOTALL));
    Accessibility.check(page);

    page.fill("[name=reference]", "");
    page.fill("[name=amount]", "");
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-summary] li")).hasCount(2);
  }

  @Test
  void postsOnceHoweverOftenItIsSent() {
    String fundId = newFund("DESK.4");
    Page page = deskFor(fundId, "finance", 1280);
    Office.type(page, "孙小三", "", "", "", "5", "D4-1");
    page.evaluate(
        """
        () => { const f = document.querySelector('form.desk'); f.requestSubmit(); f.requestSubmit(); }
        """);
    assertThat(Office.said(page)).contains("流水号 1 已入账");

    // The answer of the second is lost on its way; sent again, it is the same donation.
    page.fill("[name='donor.name']", "周小四");
    page.fill("[name=amount]", "6");
    page.fill("[name=reference]", "D4-2");
    page.route(
        "**/desk",
        route -> {
          route.fetch();
          route.abort();
        });
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-form-notice=lost]")).isVisible();
    page.unroute("**/desk");
    page.click("form.desk button[type=submit]");
    assertThat(page.locator(".flash")).containsText("流水号 2 已入账");
    assertThat(ledger.desk("auditor").read("/funds/" + fundId).path("balance").path("received"))
        .asString()
        .contains("11.00");
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void losesNothingWhenTheSessionEnds() {
    String fundId = newFund("DESK.5");
    Page page = deskFor(fundId, "finance", 1280);
    Office.type(page, "吴小五", "", "", "", "7", "D5-1");
    page.context()
        .clearCookies(
            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                .setName("JSESSIONID"));
    page.click("form.desk button[type=submit]");
    assertThat(page.locator("[data-form-notice=expired]")).isVisible();
    assertThat(page.locator("[name=amount]")).hasValue("7");
    Page other = page.context().newPage();
    office.signIn(other, "finance");
    page.click("form.desk button[type=submit]");
    assertThat(page.locator(".flash")).containsText("流水号 1 已入账");
  }

  @Test
  void printsAConfirmationThatIsNoReceipt() {
    String fundId = newFund("DESK.6");
    Page page = deskFor(fundId, "finance", 1280);
    Office.type(page, "郑小六", "", "", "", "88.8", "D6-1");
    page.keyboard().press("Enter");
    page.click(".flash a");
    assertThat(page.locator(".sheet"))
        .containsText(
            Pattern.compile("郑小六.*88\\.80 元.*人民币捌拾捌元捌角整.*D6-1.*finance.*不是财政票据", Pattern.DOTALL));
    assertThat(page.pdf(new PdfOptions().setFormat("A4"))).isNotEmpty();
    Office.checkAllForms(page);
  }

  @Test
  void isForFinanceAlone() {
    for (String other : List.of("approver", "cashier", "auditor", "viewer", "admin")) {
      Page page = office.signedIn(other, 1280);
      assertThat(page.locator("nav a[href='/desk']")).hasCount(0);
      assertThat(page.navigate(office.at("/desk")).status()).as(other).isEqualTo(403);
      String token = page.locator("input[name=_csrf]").first().inputValue();
      var answer =
          page.request()
              .post(
                  office.at("/desk"),
                  RequestOptions.create().setForm(FormData.create().set("_csrf", token)));
      assertThat(answer.status()).as(other).isEqualTo(403);
      page.context().close();
    }
  }

  private String newFund(String code) {
    return ledger.desk("finance").order(201, "/funds", fund(code)).path("fundId").asString();
  }

  private Page deskFor(String fundId, String username, int width) {
    Page page = office.signedIn(username, width);
    ledger.desk("finance").read("/funds/" + fundId);
    page.navigate(office.at("/desk"));
    page.selectOption("#fund", fundId);
    page.click("form.inline button");
    assertThat(page.locator("form.desk")).isVisible();
    return page;
  }

  /** The people behind a fund's donations, by their random ids. */
  private List<String> donors(String fundId) {
    try (var database = ledger.database();
        var query =
            database.prepareStatement(
                "select distinct donor_subject::text from live.donation where fund_id = ?::uuid")) {
      query.setString(1, fundId);
      var rows = query.executeQuery();
      List<String> found = new java.util.ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (java.io.IOException | java.sql.SQLException e) {
      throw new AssertionError(e);
    }
  }
}
