package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of a fund from its opening to its closing, at the pages of the right people. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class FundPagesTest {

  private static Office office;

  @BeforeAll
  static void open(RunningLedger ledger) {
    office = new Office(ledger);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void aFundIsOpenedFilledChangedFrozenAndClosed() {
    Page finance = office.signedIn("finance", 1280);
    String successor = opened(finance, "PAGES-B", "承接基金");
    String fund = opened(finance, "PAGES-A", "职工互助基金");
    fillTheFund(finance, fund);
    change(finance, fund);
    freezeAndUnfreeze(finance, fund);
    transferAndClose(finance, successor);
    assertThat(office.complaints()).isEmpty();
  }

  private static String opened(Page page, String code, String name) {
    page.navigate(office.at("/"));
    page.click("a[href='/funds/new']");
    page.click("form.form button");
    assertThat(page.locator("[data-summary] li")).hasCount(3);
    Accessibility.check(page);
    page.fill("[name=name]", name);
    page.fill("[name=code]", code);
    page.fill("[name=purpose]", "帮扶困难职工");
    page.fill("[name=approvalThreshold]", "５,000 元");
    page.click("form.form button");
    assertThat(Office.said(page)).contains("已开立“" + name + "”");
    assertThat(page.locator("dl.terms").first()).containsText("超过 5,000.00 元，须两人审批");
    return page.url();
  }

  private static void fillTheFund(Page page, String fund) {
    page.navigate(fund + "/opening");
    Office.checkAllForms(page);
    page.fill("[name=amount]", "1000");
    page.fill("[name=evidence]", "2025 年末银行对账单");
    page.click("form.form button");
    assertThat(page.locator("main")).containsText("人民币壹仟元整");
    assertThat(page.locator("table.changes"))
        .containsText(Pattern.compile("可用余额.*0\\.00.*1,000\\.00", Pattern.DOTALL));
    Accessibility.check(page);
    page.click("button[value=confirm]");
    assertThat(Office.said(page)).contains("期初余额已入账，流水号 1");

    page.navigate(fund + "/expense");
    page.selectOption("[name=category]", "BANK_FEE");
    page.fill("[name=amount]", "2000");
    page.fill("[name=reference]", "PAGES-FEE-1");
    page.click("form.form button");
    page.click("button[value=confirm]");
    assertThat(Office.refused(page)).contains("可用余额 1000.00");
    page.fill("[name=amount]", "10");
    page.click("form.form button");
    page.click("button[value=confirm]");
    assertThat(Office.said(page)).contains("其他支出已入账");
    page.locator("table.trail a", new Page.LocatorOptions().setHasText("手续费")).click();
    assertThat(page.locator("main")).containsText("这笔账有误");
    Office.checkAllForms(page);

    Page second = office.signedIn("finance2", 1280);
    second.navigate(page.url() + "/reversal");
    Office.checkAllForms(second);
    second.fill("[name=reason]", "银行已退回手续费");
    second.click("form.form button[type=submit]");
    assertThat(Office.said(second)).contains("已冲销");
  }

  private static void change(Page page, String fund) {
    page.navigate(fund + "/change");
    Office.checkAllForms(page);
    page.fill("[name=purpose]", "帮扶困难职工和子女助学");
    page.fill("[name=reason]", "理事会决定");
    page.click("form.form button");
    assertThat(Office.said(page)).contains("等待另一人确认");
    assertThat(page.locator("a[href$='/change/confirmation']")).hasCount(0);
    page.navigate(fund + "/change/confirmation");
    page.click("form.form button");
    assertThat(Office.refused(page)).contains("提出的人不能自己确认");

    Page approver = office.signedIn("approver", 360);
    approver.navigate(fund);
    approver.click("a[href$='/change/confirmation']");
    assertThat(approver.locator("main"))
        .containsText(Pattern.compile("子女助学.*finance.*approver", Pattern.DOTALL));
    Office.checkAllForms(approver);
    approver.click("form.form button");
    assertThat(Office.said(approver)).contains("变更已确认并生效");
    assertThat(approver.locator("dl.terms").first()).containsText("子女助学");
  }

  private static void freezeAndUnfreeze(Page page, String fund) {
    page.navigate(fund + "/freeze");
    page.fill("[name=reason]", "专项检查");
    page.click("form.form button");
    assertThat(Office.said(page)).contains("已冻结");
    assertThat(page.locator(".actions a[href$='/income']")).hasCount(0);
    page.click(".actions a[href$='/unfreeze']");
    Office.checkAllForms(page);
    page.fill("[name=reason]", "检查结束");
    page.click("form.form button");
    assertThat(Office.said(page)).contains("已解冻");
  }

  private static void transferAndClose(Page page, String successor) {
    page.click(".actions a[href^='/transfers/new']");
    Office.checkAllForms(page);
    page.selectOption("[name=toFundId]", new SelectOption().setLabel("承接基金"));
    page.fill("[name=amount]", "400");
    page.fill("[name=reference]", "PAGES-T-1");
    page.fill("[name=reason]", "支持子基金");
    page.click("form.form button");
    assertThat(page.locator("table.changes"))
        .containsText(Pattern.compile("1,000\\.00.*600\\.00.*0\\.00.*400\\.00", Pattern.DOTALL));
    page.click("button[value=confirm]");
    assertThat(Office.said(page)).contains("调拨已入账");

    page.click(".actions a[href$='/closure']");
    Office.checkAllForms(page);
    page.fill("[name=reason]", "活动结束");
    page.click("form.form button");
    page.click("button[value=confirm]");
    assertThat(Office.refused(page)).contains("可用余额 600.00");
    page.selectOption("[name=successorFundId]", new SelectOption().setLabel("承接基金"));
    page.click("form.form button");
    assertThat(page.locator("table.changes"))
        .containsText(Pattern.compile("600\\.00.*0\\.00.*400\\.00.*1,000\\.00", Pattern.DOTALL));
    page.click("button[value=confirm]");
    assertThat(Office.said(page)).contains("已关闭");
    assertThat(page.locator(".actions")).hasCount(0);
    page.navigate(successor);
    assertThat(page.locator("table.sum tfoot")).containsText("1,000.00");
  }

  @Test
  void whoMayNotIsOfferedNothingAndSendsInVain() {
    Page finance = office.signedIn("finance", 1280);
    String fund = opened(finance, "PAGES-C", "另一项基金");
    for (String other : List.of("cashier", "auditor", "viewer")) {
      Page page = office.signedIn(other, 1280);
      page.navigate(fund);
      assertThat(page.locator(".actions")).hasCount(0);
      String token = page.locator("input[name=_csrf]").first().inputValue();
      for (String what : List.of("/freeze", "/closure", "/change", "/income", "/opening")) {
        var answer =
            page.request()
                .post(
                    fund + what,
                    RequestOptions.create().setForm(FormData.create().set("_csrf", token)));
        assertThat(answer.status()).as(other + what).isEqualTo(403);
      }
      page.context().close();
    }
    Page approver = office.signedIn("approver", 1280);
    approver.navigate(fund);
    assertThat(approver.locator(".actions a")).hasCount(1);
    Page admin = office.signedIn("admin", 1280);
    admin.navigate(fund);
    assertThat(admin.locator(".actions a")).hasText(new String[] {"变更条款"});
  }
}
