package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The story of a fund as people see it, in a real browser on the real application. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class BrowserStoryTest {

  private static final String NASTY = "<script>alert(1)</script>'; drop table x;--";

  private static Browser browser;

  private final RunningLedger ledger;

  BrowserStoryTest(RunningLedger ledger) {
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
  void aDonationAppearsOnTheDashboardByItselfAndInTheTrailInBothLanguages() {
    Desk finance = ledger.desk("finance");
    String id = finance.order(201, "/funds", fund("BROWSER.1")).path("fundId").asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous("BR-1", "1234.50"));

    Page page = signedIn("auditor", 1280);
    var available = page.locator("tr[data-fund='" + id + "']");
    PlaywrightAssertions.assertThat(available).containsText("1,234.50");
    finance.order(
        201, "/funds/" + id + "/donations", donation("BR-2", "0.50", Map.of("name", NASTY)));
    PlaywrightAssertions.assertThat(available).containsText("1,235.00");
    Accessibility.check(page);

    page.navigate(at("/funds/" + id));
    PlaywrightAssertions.assertThat(page.locator("table.trail")).containsText("1,234.50");
    PlaywrightAssertions.assertThat(page.locator("table.trail")).containsText(NASTY);
    Accessibility.check(page);
    page.navigate(at("/funds/" + id + "?lang=en"));
    assertThat(page.locator("html").getAttribute("lang")).startsWith("en");
    PlaywrightAssertions.assertThat(page.locator("table.trail")).containsText("anonymous");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whoOnlySeesBalancesSeesNoTrail() {
    String id =
        ledger.desk("finance").order(201, "/funds", fund("BROWSER.2")).path("fundId").asString();
    Page page = signedIn("viewer", 360);
    page.navigate(at("/funds/" + id));
    PlaywrightAssertions.assertThat(page.locator("table.trail")).hasCount(0);
    Accessibility.check(page);
    assertThat(browser.complaints()).isEmpty();
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
