package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wrong donations are corrected and reversed by a second person who sees what that changes. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class MendingPagesTest {

  private static Office office;

  private final RunningLedger ledger;

  MendingPagesTest(RunningLedger ledger) {
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
  void aSecondPersonCorrectsWhatTheFirstMayNot() {
    String fundId = newFund("MEND.1");
    String id =
        record(fundId, donation("M1-1", "100.00", Map.of("name", "冯小一", "organisation", "焦化厂")));
    Page recorder = office.signedIn("finance", 1280);
    recorder.navigate(office.at("/donations/" + id));
    assertThat(recorder.locator(".box")).containsText("须由另一位财务人员或审批人办理");
    correct(recorder, id, "10.00", "多记一位");
    recorder.click("button[value=confirm]");
    assertThat(Office.refused(recorder)).contains("更正和冲销须由记账人以外的财务人员或审批人办理");
    assertThat(recorder.locator("[name=reason]")).hasValue("多记一位");

    Page second = office.signedIn("finance2", 1280);
    correct(second, id, "10.00", "多记一位");
    assertThat(second.locator("main")).containsText(Pattern.compile("finance 记账，将由 finance2 更正"));
    assertThat(second.locator("table.changes").first())
        .containsText(Pattern.compile("100\\.00.*10\\.00", Pattern.DOTALL));
    Accessibility.check(second);
    second.click("button[value=edit]");
    assertThat(second.locator("[name=amount]")).hasValue("10.00");
    second.fill("[name='donor.organisation']", "耐火厂");
    second.click("form.form button[type=submit]");
    second.click("button[value=confirm]");
    assertThat(Office.said(second)).contains("已更正原始凭证号 M1-1");
    assertThat(second.locator("h1")).containsText("已更正");
    assertThat(second.locator("dl.terms")).containsText("冯小一（耐火厂）");
    assertThat(second.locator("table.trail tbody tr")).hasCount(3);
    Office.checkAllForms(second);
    second.navigate(office.at("/donations/" + id + "/correction"));
    Office.checkAllForms(second);
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void anApproverReversesAndSeesTheFundBeforeAndAfter() {
    String fundId = newFund("MEND.2");
    String id = record(fundId, anonymous("M2-1", "70.00"));
    record(fundId, anonymous("M2-2", "30.00"));
    Page page = office.signedIn("approver", 360);
    page.navigate(office.at("/donations/" + id + "/reversal"));
    assertThat(page.locator("table.changes"))
        .containsText(Pattern.compile("可用余额.*100\\.00.*30\\.00", Pattern.DOTALL));
    Office.checkAllForms(page);
    page.click("form.form button[type=submit]");
    assertThat(Office.refused(page)).contains("“事由”必须填写");
    page.fill("[name=reason]", "重复记账");
    page.click("form.form button[type=submit]");
    assertThat(Office.said(page)).contains("已冲销 70.00 元");
    assertThat(page.locator("h1")).containsText("已冲销");
    assertThat(page.locator("a[href$='/reversal']")).hasCount(0);

    page.navigate(office.at("/funds/" + fundId));
    page.locator("table.trail a", new Page.LocatorOptions().setHasText("红字冲销")).click();
    assertThat(page).hasURL(office.at("/donations/" + id));
  }

  @Test
  void whoOnlyReadsIsOfferedNothingAndSendsInVain() {
    String fundId = newFund("MEND.3");
    String id = record(fundId, anonymous("M3-1", "1.00"));
    Page page = office.signedIn("auditor", 1280);
    page.navigate(office.at("/donations/" + id));
    assertThat(page.locator("main a[href*='reversal'], main a[href*='correction']")).hasCount(0);
    String token = page.locator("input[name=_csrf]").first().inputValue();
    for (String what : new String[] {"reversal", "correction"}) {
      var answer =
          page.request()
              .post(
                  office.at("/donations/" + id + "/" + what),
                  RequestOptions.create()
                      .setForm(FormData.create().set("_csrf", token).set("reason", "x")));
      assertThat(answer.status()).as(what).isEqualTo(403);
    }
    Page viewer = office.signedIn("viewer", 1280);
    assertThat(viewer.navigate(office.at("/donations/" + id)).status()).isEqualTo(403);
  }

  private static void correct(Page page, String id, String amount, String reason) {
    page.navigate(office.at("/donations/" + id + "/correction"));
    page.fill("[name=amount]", amount);
    page.fill("[name=reason]", reason);
    page.click("form.form button[type=submit]");
    page.waitForSelector("button[value=confirm]");
  }

  private String newFund(String code) {
    return ledger.desk("finance").order(201, "/funds", fund(code)).path("fundId").asString();
  }

  private String record(String fundId, Map<String, Object> body) {
    Desk finance = ledger.desk("finance");
    String id =
        finance.order(201, "/funds/" + fundId + "/donations", body).path("donationId").asString();
    finance.read("/donations/" + id);
    return id;
  }
}
