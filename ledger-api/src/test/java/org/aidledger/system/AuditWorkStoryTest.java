package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.aidledger.api.web.browser.Accessibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An auditor is led to exceptions, raises one as a finding, and draws a sample. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class AuditWorkStoryTest {

  private static final String EVER = "&from=2020-01-01&to=2100-01-01";

  private final RunningLedger ledger;

  AuditWorkStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void peopleAndAccountsAreComparedWithoutBeingNamed() {
    Desk finance = ledger.desk("finance");
    String fund =
        finance
            .order(201, "/funds", with(fund("EXCEPTION.1"), "approvalThreshold", "1000.00"))
            .path("fundId")
            .asString();
    String payouts = "/funds/" + fund + "/payouts";
    finance.order(201, payouts, payout("EX-1", "900.00", "王五", "6222020000000011"));
    finance.order(201, payouts, payout("EX-2", "950.00", "王五", "6222020000000011"));
    finance.order(201, payouts, payout("EX-3", "10.00", "赵六", "6222020000000011"));
    finance.order(201, payouts, payout("EX-4", "10.00", "钱七", "6222020000000029"));
    finance.order(201, payouts, payout("EX-5", "10.00", "finance", "6222020000000037"));

    List<JsonNode> shared = found(fund, "SHARED_ACCOUNT");
    assertThat(shared).hasSize(1);
    assertThat(shared.getFirst().path("events").asLong()).isEqualTo(3);
    assertThat(shared.getFirst().path("positions").size()).isEqualTo(3);
    List<JsonNode> repeated = found(fund, "REPEATED_AID");
    assertThat(repeated).hasSize(1);
    assertThat(repeated.getFirst().path("facts").path("total").asString()).isEqualTo("1850.00");
    List<JsonNode> split = found(fund, "SPLIT_PAYOUTS");
    assertThat(split).hasSize(1);
    assertThat(split.getFirst().path("facts").path("threshold").asString()).isEqualTo("1000.00");
    List<JsonNode> self = found(fund, "SELF_DEALING");
    assertThat(self).hasSize(1);
    assertThat(self.getFirst().path("events").asLong()).isEqualTo(1);
    assertThat(found(fund, "GAP")).isEmpty();
    assertThat(found(fund, "BENFORD")).isEmpty();
    Desk auditor = ledger.desk("auditor");
    assertThat(auditor.read("/audit/exceptions?fund=" + fund + EVER).path("items").toString())
        .doesNotContain("王五", "62220200");
    assertThat(auditor.get("/audit/exceptions?from=2026-02-01&to=2026-01-01").problem())
        .isEqualTo("PARAMETER_MALFORMED to");
    assertThat(auditor.get("/audit/exceptions?from=2026-02-01").status()).isEqualTo(400);
    assertThat(auditor.get("/audit/exceptions?kind=ALL" + EVER).status()).isEqualTo(400);
  }

  @Test
  void theSameRequestDrawsTheSameSampleAfterMoreWasRecorded() {
    Desk finance = ledger.desk("finance");
    Desk auditor = ledger.desk("auditor");
    String fund = finance.order(201, "/funds", fund("SAMPLE.1")).path("fundId").asString();
    for (int i = 1; i <= 12; i++) {
      finance.order(201, "/funds/" + fund + "/donations", anonymous("SAMPLE-" + i, i + "00.00"));
    }
    String asked =
        "/audit/samples?of=DONATIONS&size=4&seed=2026-05&fund="
            + fund
            + "&from="
            + DAY
            + "&to="
            + DAY;
    JsonNode first = auditor.read(asked);
    assertThat(first.path("population").asLong()).isEqualTo(12);
    assertThat(first.path("total").asString()).isEqualTo("7800.00");
    assertThat(first.path("interval").asString()).isEqualTo("1950.00");
    assertThat(first.path("items").size()).isBetween(1, 4);
    JsonNode item = first.path("items").path(0);
    String number = item.path("reference").asString().substring("SAMPLE-".length());
    assertThat(item.path("kind").asString()).isEqualTo("DONATION");
    assertThat(item.path("amount").asString()).isEqualTo(number + "00.00");
    assertThat(item.path("effectiveOn").asString()).isEqualTo(DAY);
    assertThat(item.path("entryNumber").asString()).isEqualTo(number);
    assertThat(item.path("who").asString()).isNotEmpty();
    assertThat(auditor.read("/donations/" + item.path("id").asString()).path("reference"))
        .isEqualTo(item.path("reference"));
    finance.order(201, "/funds/" + fund + "/donations", anonymous("SAMPLE-13", "5000.00"));
    String again = asked + "&position=" + first.path("position").asLong();
    assertThat(auditor.read(again)).isEqualTo(first);
    assertThat(auditor.read(asked).path("total").asString()).isEqualTo("12800.00");
    assertThat(auditor.get(asked + "&position=999999999999").status()).isEqualTo(400);
    assertThat(auditor.get(asked + "&organisation=x").status()).isEqualTo(400);
    assertThat(auditor.get(asked.replace("size=4", "size=501")).status()).isEqualTo(400);
  }

  @Test
  void anExceptionIsRaisedAsAFindingAndASampleIsDrawnInTheBrowser() {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("EXCEPTION.2")).path("fundId").asString();
    String payouts = "/funds/" + fund + "/payouts";
    finance.order(201, payouts, payout("EXP-1", "10.00", "孙八", "6222020000000045"));
    finance.order(201, payouts, payout("EXP-2", "20.00", "周九", "6222020000000045"));
    finance.order(201, "/funds/" + fund + "/donations", anonymous("EXP-D", "77.00"));
    try (Office office = new Office(ledger)) {
      Page page = office.signedIn("auditor", 1280);
      page.navigate(office.at("/audit/exceptions"));
      Accessibility.check(page);
      page.selectOption("#kind", "SHARED_ACCOUNT");
      page.selectOption("#fundId", fund);
      page.fill("#from", "20200101");
      page.fill("#to", "2100-01-01");
      page.click("form.filters button[type=submit]");
      assertThat(page.locator("table.trail")).containsText("2 个不同的姓名");
      assertThat(page.locator("#from")).hasValue("20200101");
      assertThat(page.locator("#to")).hasValue("2100-01-01");
      assertThat(page.locator("table.trail")).containsText("20.00");
      Accessibility.check(page);
      page.click("table.trail a:has-text('提出审计发现问题')");
      page.fill("[name=text]", "同一账号两人收款");
      page.click("form.form button[type=submit]");
      assertThat(Office.said(page)).contains("等待财务反馈");
      assertThat(page.locator("main")).containsText("同一账号不同姓名");
      assertThat(page.locator("table.trail tbody tr")).hasCount(2);

      page.navigate(office.at("/audit/exceptions?from=2026-02-01&to=2026-01-01"));
      assertThat(page.locator("[role=alert]").first()).containsText("起止日期");

      page.navigate(office.at("/audit/samples"));
      Accessibility.check(page);
      page.fill("#seed", "任何人");
      page.click("form.filters button[type=submit]");
      assertThat(page.locator("#samples-wrong li")).hasCount(4);
      assertThat(page.locator("#samples-wrong")).containsText("样本量");
      page.selectOption("#fundId", fund);
      page.fill("#from", DAY);
      page.fill("#to", DAY);
      page.fill("#size", "1");
      page.fill("#seed", "任何人");
      page.click("form.filters button[type=submit]");
      assertThat(page.locator("table.cards")).containsText("77.00");
      assertThat(page.locator("table.cards tbody tr")).containsText("捐赠 EXCEPTION.2 1");
      assertThat(page.locator("table.cards tbody tr")).containsText("EXP-D");
      assertThat(page.locator("table.cards tbody tr")).containsText(DAY);
      assertThat(page.locator("table.cards tbody tr")).containsText("匿名捐赠人");
      Accessibility.check(page);
      Page phone = office.signedIn("auditor", 360);
      phone.navigate(page.url() + "&lang=en");
      Accessibility.check(phone);
      assertThat(office.complaints()).isEmpty();
    }
  }

  private List<JsonNode> found(String fund, String kind) {
    return ledger
        .desk("auditor")
        .read("/audit/exceptions?fund=" + fund + "&kind=" + kind + EVER)
        .path("items")
        .valueStream()
        .toList();
  }
}
