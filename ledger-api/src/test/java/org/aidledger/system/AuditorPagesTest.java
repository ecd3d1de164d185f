package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor does in a browser, and that nobody else may. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class AuditorPagesTest {

  private static final List<String> PAGES =
      List.of(
          "/audit/trail", "/audit/refusals", "/audit/readings", "/audit/balances", "/audit/replay");

  private final RunningLedger ledger;

  AuditorPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void anAuditorFindsAnEntryReadsWhyAnOrderWasRefusedAndReplaysTheBook() throws IOException {
    Desk finance = ledger.desk("finance");
    String id = finance.order(201, "/funds", fund("AUDIT.1")).path("fundId").asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous("AU-4711", "1234.50"));
    finance.refused(
        409,
        "/funds/" + id + "/expense",
        Map.of(
            "category", "BANK_FEE",
            "reference", "AU-FEE",
            "amount", "9999.00",
            "effectiveOn", "2026-05-19"));

    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("auditor");
      page.click("nav a[href='/audit/trail']");
      page.selectOption("#fund", id);
      page.fill("#text", "au-47");
      page.click("form.filters button[type=submit]");
      assertThat(page.locator("table.trail tbody tr")).hasCount(1);
      assertThat(page.locator("table.trail")).containsText("1,234.50");
      XSSFWorkbook book = workbook(page, "a[href*='trail.xlsx']");
      assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1);
      tour.look(page, "/audit/trail?fund=" + id, "audit-trail");
      tour.look(page, "/audit/trail?minAmount=x&recordedFrom=y", "audit-trail-wrong");

      tour.open(page, "/audit/refusals?fundId=" + id);
      assertThat(page.locator("table.trail")).containsText("可用余额 1234.50，需要 9999.00");
      tour.look(page, "/audit/refusals", "audit-refusals");

      tour.open(page, "/audit/balances");
      page.fill("#effectiveOn", "2026-05-18");
      page.click("form.panel button[type=submit]");
      assertThat(page.locator("tr:has-text('AUDIT.1')")).containsText("0.00");
      assertThat(page.locator("tr:has-text('AUDIT.1')")).containsText("1,234.50");
      tour.look(page, "/audit/balances?effectiveOn=2026-05-18", "audit-balances");

      readAccountOfAPayoutWithALongReference(id);
      tour.look(page, "/audit/readings", "audit-readings");
      assertThat(tour.complaints()).isEmpty();
    }
  }

  /** References are the widest words that an office gives; a page must not grow with them. */
  private void readAccountOfAPayoutWithALongReference(String fundId) {
    String reference = "AU-" + "0123456789".repeat(6);
    String payout =
        ledger
            .desk("finance")
            .order(201, "/funds/" + fundId + "/payouts", Bodies.payout(reference, "10.00"))
            .path("payoutId")
            .asString();
    ledger.desk("approver").order(200, "/payouts/" + payout + "/approval");
    ledger.desk("cashier").read("/payouts/" + payout + "/bank-account");
  }

  @Test
  void aReplaySaysInWordsThatTheAccountsMatch() {
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("auditor");
      tour.open(page, "/audit/replay");
      page.click("main form button[type=submit]");
      assertThat(page.locator("#run .box.done")).containsText("一致");
      tour.look(page, "/audit/replay", "audit-replay");
      assertThat(tour.complaints()).isEmpty();
    }
  }

  @Test
  void whoIsNoAuditorSeesNoDoorAndIsRefused() {
    try (PageTour tour = new PageTour(ledger)) {
      for (String username : List.of("finance", "admin")) {
        Page page = tour.signedIn(username);
        assertThat(page.locator("nav a[href^='/audit']")).hasCount(0);
        for (String path : PAGES) {
          assertThat(tour.open(page, path)).as(username + " at " + path).isEqualTo(403);
        }
        tour.complaints();
      }
    }
  }

  private static XSSFWorkbook workbook(Page page, String link) throws IOException {
    Path file = page.waitForDownload(() -> page.click(link)).path();
    try (var in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }
}
