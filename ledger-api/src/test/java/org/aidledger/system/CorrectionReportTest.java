package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What changed for May between what was known in between and what is known now. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class CorrectionReportTest {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.of("Asia/Shanghai"));

  private final RunningLedger ledger;

  CorrectionReportTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void lateEntriesAndCorrectionsExplainTheDifferenceToTheFen() {
    Desk finance = ledger.desk("finance");
    String fund = finance.order(201, "/funds", fund("CORRECT.1")).path("fundId").asString();
    String donations = "/funds/" + fund + "/donations";
    String wrong = on(donations, "2026-05-10", "CO-1", "100.00");
    on(donations, "2026-06-01", "CO-2", "7.00");
    // The page asks by the second, so that the second in which this was recorded must be over.
    Waiting.millis(1_100);
    Instant then = Instant.now();
    Waiting.millis(1_100);
    on(donations, "2026-05-31", "CO-3", "50.00");
    on(donations, "2026-04-30", "CO-4", "9.00");
    ledger
        .desk("finance2")
        .order(200, "/donations/" + wrong + "/correction", with(reason("金额有误"), "amount", "80.25"));
    Waiting.millis(10);
    Instant now = Instant.now();
    Waiting.millis(10);

    Desk auditor = ledger.desk("auditor");
    String query = "/audit/correction-report?fundId=" + fund;
    String times = "&knownFrom=" + then + "&knownTo=" + now;
    String may = "&from=2026-05-01&to=2026-05-31";
    JsonNode report = auditor.read(query + may + times);
    assertThat(report.at("/before/figures/available").asString()).isEqualTo("100.00");
    assertThat(report.at("/after/figures/available").asString()).isEqualTo("130.25");
    assertThat(report.at("/changes/available").asString()).isEqualTo("30.25");
    assertThat(report.path("ties").asBoolean()).isTrue();
    assertThat(report.path("count").asLong()).isEqualTo(3);
    List<JsonNode> lines = auditor.items(query + may + times, 2);
    assertThat(
            lines.stream()
                .map(line -> new BigDecimal(line.path("amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("30.25");
    assertThat(lines)
        .extracting(line -> line.path("type").asString())
        .containsExactly("DonationReceived", "DonationCorrected", "DonationCorrected");
    assertThat(auditor.read(query + times).at("/changes/available").asString()).isEqualTo("39.25");
    wrongQuestions(auditor, query, then, now);
    inTheBrowser(fund, then);
  }

  private static void wrongQuestions(Desk auditor, String query, Instant then, Instant now) {
    assertThat(auditor.get(query + "&knownFrom=" + now + "&knownTo=" + then).problem())
        .isEqualTo("VALUE_NOT_ALLOWED knownTo");
    assertThat(
            auditor
                .get(query + "&from=2026-05-02&to=2026-05-01&knownFrom=" + then + "&knownTo=" + now)
                .problem())
        .isEqualTo("VALUE_NOT_ALLOWED to");
    assertThat(auditor.get(query + "&knownFrom=" + then).problem())
        .isEqualTo("PARAMETER_MISSING knownTo");
    assertThat(auditor.get(query + "&knownFrom=" + then + "&knownTo=2999-01-01").problem())
        .isEqualTo("DATE_IN_FUTURE knownTo");
    assertThat(
            auditor
                .get(
                    "/audit/correction-report?fundId=00000000-0000-4000-8000-000000000000"
                        + "&knownFrom="
                        + then
                        + "&knownTo="
                        + now)
                .problem())
        .isEqualTo("NOT_FOUND");
  }

  private void inTheBrowser(String fund, Instant then) {
    try (Office office = new Office(ledger)) {
      Page page = office.signedIn("auditor", 1280);
      page.navigate(office.at("/audit/trail"));
      page.click(".tabs a:has-text('更正报告')");
      page.click("form.filters button[type=submit]");
      assertThat(page.locator("#corrections-wrong")).containsText("请选择资金");
      page.selectOption("#fund", fund);
      page.fill("#from", "2026-05-01");
      page.fill("#to", "2026-05-31");
      page.fill("#knownFrom", SECOND.format(then));
      page.click("form.filters button[type=submit]");
      assertThat(page.locator(".box.done[role=status]")).containsText("30.25");
      assertThat(page.locator("table.trail tbody tr")).hasCount(3);
      assertThat(page.locator("main")).containsText("130.25");
      assertThat(page.locator("#from")).hasValue("2026-05-01");
      assertThat(page.locator("#knownFrom")).hasValue(SECOND.format(then));
      Office.checkAllForms(page);
      assertThat(office.complaints()).isEmpty();
    }
  }

  private String on(String donations, String day, String reference, String amount) {
    return ledger
        .desk("finance")
        .order(201, donations, with(anonymous(reference, amount), "receivedOn", day))
        .path("donationId")
        .asString();
  }
}
