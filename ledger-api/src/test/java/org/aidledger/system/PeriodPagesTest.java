package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A month is closed and reopened at the pages of the right people. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PeriodPagesTest {

  private static final String UNION = "期间页面工会";

  private static Office office;
  private static Desk finance;

  @BeforeAll
  static void open(RunningLedger ledger) {
    office = new Office(ledger);
    finance = ledger.desk("finance");
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aMonthIsClosedConfirmedAndReopened() {
    String fund =
        finance
            .order(201, "/funds", with(fund("PAGES-PERIOD"), "organisation", UNION))
            .path("fundId")
            .asString();
    String donations = "/funds/" + fund + "/donations";
    finance.order(201, "/funds/" + fund + "/payouts", Bodies.payout("PAGES-PERIOD-1", "1.00"));

    // With another organisation beside it, the page asks which one is meant.
    finance.order(201, "/funds", fund("PAGES-PERIOD-OWN"));
    Page page = office.signedIn("finance", 1280);
    page.navigate(office.at("/periods"));
    page.selectOption("#organisation", UNION);
    page.click("main form button");
    assertThat(page.locator("#organisation")).hasValue(UNION);
    page.navigate(office.at("/periods/2025-03?organisation=" + UNION));
    // What is to be gone through comes first, so the page begins at its top.
    assertThat(page.locator("[autofocus]")).hasCount(0);
    assertThat(page.locator("main")).containsText("未办结的发放与退款：1");
    Accessibility.check(page);
    page.click("form.form button[type=submit]");
    assertThat(Office.refused(page)).contains("未办结的发放与退款");
    for (var box : page.locator("[name=acknowledged]").all()) {
      box.check();
    }
    page.selectOption("[name=lateEntries]", "REFUSED");
    page.click("form.form button[type=submit]");
    assertThat(Office.said(page)).contains("等待另一人确认");
    assertThat(page.locator("form.form")).hasCount(0);
    assertThat(page.locator("main")).containsText("须由另一人");

    Page second = office.signedIn("approver", 360);
    second.navigate(page.url());
    assertThat(second.locator("main")).containsText("提请人：finance");
    assertThat(second.locator("table.changes b")).hasText("期内业务此后不再入账");
    Accessibility.check(second);
    second.click("form.form button[type=submit]");
    assertThat(Office.said(second)).contains("2025-03 已结账");
    assertThat(finance.refused(409, donations, on("2025-03-31", "PAGES-PERIOD-2")))
        .isEqualTo("PERIOD_CLOSED");

    page.navigate(second.url());
    assertThat(page.locator("#statements-title")).hasText("结账报表");
    Accessibility.check(page);
    Download statement = page.waitForDownload(() -> page.getByLabel("收支结余表（Excel，隐去个人信息）").click());
    assertThat(statement.suggestedFilename()).isEqualTo("收支结余表 2025-03.xlsx");
    Download paper = page.waitForDownload(() -> page.getByLabel("捐赠收入明细表（PDF，完整）").click());
    assertThat(paper.suggestedFilename()).isEqualTo("捐赠收入明细表 2025-03.pdf");
    Page cashier = office.signedIn("cashier", 360);
    cashier.navigate(second.url());
    assertThat(cashier.getByLabel("捐赠收入明细表（PDF，隐去个人信息）")).hasCount(1);
    assertThat(cashier.getByLabel("捐赠收入明细表（PDF，完整）")).hasCount(0);
    Accessibility.check(cashier);
    page.fill("[name=reason]", "漏记银行回单");
    page.click("form.form button[type=submit]");
    assertThat(Office.said(page)).contains("反结账，等待另一人确认");
    second.navigate(page.url());
    assertThat(second.locator("main")).containsText("漏记银行回单");
    second.click("form.form button[type=submit]");
    assertThat(Office.said(second)).contains("已反结账");
    finance.order(201, donations, on("2025-03-31", "PAGES-PERIOD-2"));

    Page auditor = office.signedIn("auditor", 1280);
    auditor.navigate(second.url());
    assertThat(auditor.locator("main")).containsText("知悉未了事项");
    assertThat(auditor.locator("form.form")).hasCount(0);
    assertThat(office.complaints()).isEmpty();
  }

  private static Map<String, Object> on(String day, String reference) {
    return with(anonymous(reference, "1.00"), "receivedOn", day);
  }
}
