package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What ends a payout before money moves, and money that goes back to who gave it, in a browser. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PayoutDecisionPagesTest {

  private final RunningLedger ledger;
  private final Desk finance;

  PayoutDecisionPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
    this.finance = ledger.desk("finance");
  }

  private String fundWithMoney(String code) {
    String id = finance.order(201, "/funds", fund(code)).path("fundId").asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous(code + "-money", "1000.00"));
    return id;
  }

  private String request(String fundId, String reference) {
    return "/payouts/"
        + finance
            .order(201, "/funds/" + fundId + "/payouts", payout(reference, "100.00"))
            .path("payoutId")
            .asString();
  }

  private JsonNode balance(String fundId) {
    return ledger.desk("auditor").read("/funds/" + fundId + "/balance");
  }

  /** The form asks for a reason; without one nothing happens. */
  private static void giveReason(PageTour tour, Page page, String reason) {
    page.click("main form button[type=submit]");
    assertThat(page.locator("[data-summary]")).containsText("事由");
    // Chromium calls every refused form a failed resource.
    var _ = tour.complaints();
    page.fill("[name=reason]", reason);
    page.click("main form button[type=submit]");
  }

  @Test
  void anApproverRejectsARequestWithAReasonAndNothingIsReserved() {
    String fundId = fundWithMoney("PD.reject");
    String path = request(fundId, "PD-1");
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("approver");
      tour.open(page, path);
      page.click("a[href$='/rejection']");
      giveReason(tour, page, "材料不全");
      assertThat(page.locator("[role=status]")).containsText("已驳回，没有占用资金");
      assertThat(page.locator("main .badge").first()).hasText("已驳回");
      assertThat(page.locator("main")).containsText("材料不全");
      assertThat(page.locator("a[href$='/approval'], a[href$='/rejection']")).hasCount(0);
      tour.look(page, path, "payout-rejected");

      Page asked = tour.signedIn("finance");
      tour.open(asked, path);
      assertThat(asked.locator("main")).containsText("材料不全");
      assertThat(asked.locator("a[href$='/cancellation']")).hasCount(0);
      assertThat(tour.complaints()).isEmpty();
    }
    assertThat(balance(fundId).path("reserved").asString()).isEqualTo("0.00");
  }

  @Test
  void anApprovedPayoutIsCancelledAndItsMoneyIsFreeAgain() {
    String fundId = fundWithMoney("PD.cancel");
    String path = request(fundId, "PD-2");
    ledger.desk("approver").order(200, path + "/approval");
    assertThat(balance(fundId).path("available").asString()).isEqualTo("900.00");
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("finance");
      tour.open(page, path);
      page.click("a[href$='/cancellation']");
      assertThat(page.locator("table.changes")).containsText("1,000.00");
      giveReason(tour, page, "本人放弃");
      assertThat(page.locator("[role=status]")).containsText("占用的资金已解除");
      assertThat(page.locator("main .badge").first()).hasText("已取消");
      tour.look(page, path, "payout-cancelled");
      assertThat(tour.complaints()).isEmpty();

      Page cashier = tour.signedIn("cashier");
      tour.open(cashier, path);
      assertThat(cashier.locator("a[href$='/payment']")).hasCount(0);
    }
    assertThat(balance(fundId).path("available").asString()).isEqualTo("1000.00");
  }

  @Test
  void aPayoutThatIsKnownByADigestIsCalledByItsPayee() {
    String path = request(fundWithMoney("PD.digest"), "q0W3bN5-" + "a".repeat(35));
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("approver");
      tour.open(page, "/payouts");
      assertThat(page.locator("a[href='" + path + "']").first()).hasText("发放 李四");
      tour.open(page, path);
      assertThat(page.locator("h1")).containsText("q0W3bN5-…");
    }
  }

  @Test
  void aDonationIsRefundedFromItsPageAsAPayoutToItsDonor() {
    String fundId = fundWithMoney("PD.refund");
    String given =
        finance
            .order(
                201,
                "/funds/" + fundId + "/donations",
                donation("PD-3", "300.00", Map.of("name", "孙大有", "organisation", "三分厂")))
            .path("donationId")
            .asString();
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("finance");
      tour.open(page, "/donations/" + given);
      page.click("a[href*='/payouts/new?donationId=']");
      assertThat(page.locator("[name='payee.name']")).hasValue("孙大有");
      assertThat(page.locator("[name=amount]")).hasValue("300.00");
      page.fill("[name=amount]", "300.01");
      page.fill("[name=reference]", "PD-3-退");
      page.fill("[name='payee.bankAccount']", "6222907483378876");
      page.click("main form button[type=submit]");
      assertThat(page.locator("[data-summary]")).isVisible();
      var _ = tour.complaints();
      page.fill("[name=amount]", "120.00");
      page.click("main form button[type=submit]");
      assertThat(page.locator("[role=status]")).containsText("申请已提交");
      String path = page.url().replaceFirst("^.*?(/payouts/[0-9a-f-]{36}).*$", "$1");
      tour.look(page, path, "refund");

      ledger.desk("approver").order(200, path + "/approval");
      ledger.desk("cashier").order(200, path + "/payment", Bodies.payment("2026-05-20", "PD-3-B"));
      ledger.desk("auditor").read("/funds/" + fundId + "/balance");
      tour.open(page, "/donations/" + given);
      assertThat(page.locator("dl.terms")).containsText("120.00");
      page.click("a[href*='/payouts/new?donationId=']");
      assertThat(page.locator("[name=amount]")).hasValue("180.00");
      assertThat(tour.complaints()).isEmpty();
    }
    assertThat(balance(fundId).path("refunded").asString()).isEqualTo("120.00");
    assertThat(balance(fundId).path("available").asString()).isEqualTo("1180.00");
  }

  @Test
  void whoMayNeitherDecideNorCancelHasNoButton() {
    String path = request(fundWithMoney("PD.roles"), "PD-4");
    try (PageTour tour = new PageTour(ledger)) {
      for (String username : List.of("cashier", "auditor")) {
        Page page = tour.signedIn(username);
        tour.open(page, path);
        assertThat(page.locator("a[href$='/rejection'], a[href$='/cancellation']")).hasCount(0);
        for (String step : List.of("/rejection", "/cancellation")) {
          assertThat(tour.open(page, path + step)).as(username + step).isEqualTo(403);
        }
        var _ = tour.complaints();
      }
    }
  }
}
