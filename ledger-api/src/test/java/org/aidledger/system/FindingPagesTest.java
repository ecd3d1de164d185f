package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A finding before the eyes of the auditor and of finance staff. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class FindingPagesTest {

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
  void anAuditorRaisesFinanceAnswersAndTheAuditorCloses() {
    String fund = finance.order(201, "/funds", fund("PAGES-FINDING")).path("fundId").asString();
    long position =
        finance
            .order(201, "/funds/" + fund + "/donations", anonymous("PAGES-FINDING-1", "12.34"))
            .path("position")
            .asLong();

    Page auditor = office.signedIn("auditor", 1280);
    auditor.navigate(office.at("/findings/new"));
    auditor.click("form.form button[type=submit]");
    assertThat(Office.refused(auditor)).contains("发现的问题");
    auditor.fill("[name=text]", "缺少银行回单");
    auditor.selectOption("[name=severity]", "HIGH");
    auditor.selectOption("[name=fundId]", fund);
    auditor.fill("[name=positions]", position + "，" + (position - 1));
    Accessibility.check(auditor);
    auditor.click("form.form button[type=submit]");
    assertThat(Office.said(auditor)).contains("等待财务反馈");
    assertThat(auditor.locator("table.trail")).containsText("12.34");
    assertThat(auditor.locator("form.form")).hasCount(0);
    String address = auditor.url();

    Page desk = office.signedIn("finance", 360);
    desk.navigate(office.at("/findings?state=RAISED&fundId=" + fund));
    Accessibility.check(desk);
    desk.click("table a:has-text('缺少银行回单')");
    desk.fill("[name=answer]", "已补银行回单");
    Accessibility.check(desk);
    desk.click("form.form button[type=submit]");
    assertThat(Office.said(desk)).contains("等待审计销号");

    auditor.navigate(address);
    assertThat(auditor.locator("main")).containsText("已补银行回单");
    auditor.fill("[name=conclusion]", "回单相符");
    Accessibility.check(auditor);
    auditor.click("form.form button[type=submit]");
    assertThat(Office.said(auditor)).contains("已销号");
    assertThat(auditor.locator("form.form")).hasCount(0);

    auditor.navigate(office.at("/funds/" + fund + "?all=1&lang=en"));
    assertThat(auditor.locator("main")).containsText("Finding raised by an auditor (High)");
    assertThat(office.complaints()).isEmpty();
  }
}
