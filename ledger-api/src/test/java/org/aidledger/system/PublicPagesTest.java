package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fund becomes public and stops being so, and never names anybody. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PublicPagesTest {

  private final RunningLedger ledger;

  PublicPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void everybodySeesTotalsWithoutNamesUntilTheFundIsTakenBack() {
    String id = fundWithTwelveDonors("PUBLIC.1");
    onePayout(id);
    try (PageTour tour = new PageTour(ledger)) {
      Page nobody = tour.anybody();
      assertThat(tour.open(nobody, "/public/" + id)).isEqualTo(404);
      Page page = tour.signedIn("finance");
      tour.open(page, "/funds/" + id);
      page.click("a[href$='/publication']");
      assertThat(page.locator("main")).containsText("公开后大家将看到");
      tour.look(page, "/funds/" + id + "/publication", "publication-off");
      page.click("main form.form button[type=submit]");
      assertThat(page.locator(".flash")).containsText("已公开");

      assertThat(tour.open(nobody, "/public")).isEqualTo(200);
      nobody.click("a:has-text('PUBLIC.1')");
      assertThat(nobody.locator("main")).containsText("606.00");
      // One person was paid since: neither the amount nor what it leaves is told.
      assertThat(nobody.locator("main")).not().containsText("77.77");
      assertThat(nobody.locator("main")).not().containsText("528.23");
      assertThat(nobody.content()).doesNotContain("捐赠者", "李四", "PB-");
      tour.look(nobody, "/public/" + id, "public-fund");
      tour.look(nobody, "/public", "public-list");
      assertThat(Desk.anonymous(ledger.port()).read("/public/funds/" + id).toString())
          .contains("606.00")
          .doesNotContain("捐赠者", "77.77");

      tour.look(page, "/funds/" + id + "/publication", "publication-on");
      page.click("main form.form button[type=submit]");
      assertThat(page.locator(".flash")).containsText("已取消公开");
      // A browser may remember the page for some seconds, so somebody new asks.
      assertThat(tour.open(tour.anybody(), "/public/" + id)).isEqualTo(404);
      assertThat(Desk.anonymous(ledger.port()).get("/public/funds/" + id).status()).isEqualTo(404);
      assertThat(ledger.desk("auditor").get("/funds/" + id + "/trail").text())
          .contains("FundPublished", "FundUnpublished");
    }
  }

  @Test
  void whoDoesNotAnswerForTheFiguresMayNotPublish() {
    String id =
        ledger.desk("finance").order(201, "/funds", fund("PUBLIC.2")).path("fundId").asString();
    try (PageTour tour = new PageTour(ledger)) {
      for (String username : List.of("viewer", "admin", "auditor")) {
        Page page = tour.signedIn(username);
        tour.open(page, "/funds/" + id);
        assertThat(page.locator("a[href$='/publication']")).hasCount(0);
        assertThat(tour.open(page, "/funds/" + id + "/publication")).isEqualTo(403);
      }
      Page nobody = tour.anybody();
      assertThat(tour.open(nobody, "/robots.txt")).isEqualTo(200);
      assertThat(nobody.content()).contains("Disallow: /", "Allow: /public");
    }
  }

  private String fundWithTwelveDonors(String code) {
    Desk finance = ledger.desk("finance");
    String id = finance.order(201, "/funds", fund(code)).path("fundId").asString();
    for (int i = 0; i < 12; i++) {
      finance.order(
          201,
          "/funds/" + id + "/donations",
          donation("PB-" + i, "50.50", Map.of("name", "捐赠者" + i)));
    }
    return id;
  }

  private void onePayout(String fundId) {
    String id =
        ledger
            .desk("finance")
            .order(201, "/funds/" + fundId + "/payouts", payout("PB-1", "77.77"))
            .path("payoutId")
            .asString();
    ledger.desk("approver").order(200, "/payouts/" + id + "/approval");
    ledger.desk("cashier").order(200, "/payouts/" + id + "/payment", payment("2026-06-10", "BK"));
  }
}
