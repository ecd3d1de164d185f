package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators do with accounts and keys, and everybody with their own, in a browser. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class AccountPagesTest {

  private static final String FIRST = "a-first-password-for-new";
  private static final String SECOND = "a-second-password-for-new";
  private static final String NUMBER = "110101199003077758";

  private final RunningLedger ledger;

  AccountPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void anAccountIsOpenedChangedUsedAndDisabled() {
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("admin");
      page.click("nav a[href='/accounts']");
      tour.look(page, "/accounts", "accounts");
      page.click("a[href='/accounts/new']");
      page.fill("#f-username", "newcomer");
      page.fill("#f-password", "short");
      page.check("input[value=FINANCE]");
      page.check("input[value=AUDITOR]");
      page.click("main form button[type=submit]");
      assertThat(page.locator("[data-summary]")).containsText("12");
      page.fill("#f-password", FIRST);
      page.click("main form button[type=submit]");
      assertThat(page.locator("[data-summary]")).containsText("不能由同一账户担任");
      page.uncheck("input[value=AUDITOR]");
      page.fill("#f-password", FIRST);
      page.click("main form button[type=submit]");
      assertThat(page.locator(".flash")).containsText("newcomer");
      String account = page.url();
      tour.look(page, account.substring(account.indexOf("/accounts/")), "account");
      tour.look(page, "/accounts/new", "account-new");
      page.navigate(account);
      page.check("input[value=APPROVER]");
      page.click("form[action$='/roles'] button[type=submit]");
      assertThat(page.locator(".flash")).containsText("已更改");

      ownAccount(tour);
      page.navigate(account);
      page.click("form[action$='/disable'] button[type=submit]");
      assertThat(page.locator("main")).containsText("已停用");
      Page shut = tour.anybody();
      tour.open(shut, "/login");
      tour.signIn(shut, "newcomer", SECOND);
      assertThat(shut.locator(".box.bad")).containsText("用户名或密码不正确");
    }
  }

  /** The newcomer changes the password and issues a token that is shown once. */
  private void ownAccount(PageTour tour) {
    Page own = tour.anybody();
    tour.open(own, "/login");
    tour.signIn(own, "newcomer", FIRST);
    own.click(".viewer a");
    own.fill("#f-oldPassword", "wrong-wrong-wrong");
    own.fill("#f-password", SECOND);
    own.click("form[action$='/password'] button[type=submit]");
    assertThat(own.locator("[data-summary], [data-form-notices] .box:visible").first()).isVisible();
    own.fill("#f-oldPassword", FIRST);
    own.fill("#f-password", SECOND);
    own.click("form[action$='/password'] button[type=submit]");
    assertThat(own.locator("main")).containsText("密码已更改");
    tour.signIn(own, "newcomer", SECOND);
    PageTour.awaitSignedIn(own);
    tour.open(own, "/account");
    own.fill("#f-label", "工资系统");
    own.click("form[action$='/account/tokens'] button[type=submit]");
    String secret = own.locator("code.secret").textContent();
    assertThat(secret).hasSizeGreaterThan(30);
    tour.look(own, "/account", "account-own");
    assertThat(own.content()).doesNotContain(secret).contains("工资系统");
    own.click("form[action$='/revocation'] button[type=submit]");
    assertThat(own.locator(".flash")).containsText("已撤销");
  }

  @Test
  void aKeyIsDestroyedByTwoPeople() {
    Desk finance = ledger.desk("finance");
    String id = finance.order(201, "/funds", fund("KEYS.1")).path("fundId").asString();
    finance.order(
        201,
        "/funds/" + id + "/donations",
        donation("KEY-1", "10.00", Map.of("name", "钥匙人", "identityNumber", NUMBER)));
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("admin");
      page.click("nav a[href='/keys']");
      page.fill("#f-person-identityNumber", NUMBER);
      page.click("main form button[type=submit]");
      assertThat(page.locator("main")).containsText("找到 1 人");
      assertThat(page.url()).doesNotContain(NUMBER);
      page.click("a[href^='/keys/']");
      String path = page.url().substring(page.url().indexOf("/keys/"));
      assertThat(page.locator("main")).containsText("密钥在用");
      tour.look(page, path, "key");
      page.fill("#f-reason", "本人来信要求删除");
      page.click("form[action$='/request'] button[type=submit]");
      assertThat(page.locator(".flash")).containsText("另一位");
      assertThat(page.locator("form[action$='/confirmation']")).hasCount(0);
      tour.look(page, "/keys", "keys");

      Page other = tour.signedIn("approver");
      tour.open(other, "/keys");
      assertThat(other.locator("#f-person-identityNumber")).hasCount(0);
      other.click("a[href='" + path + "']");
      tour.look(other, path, "key-confirm");
      other.click("form[action$='/confirmation'] button[type=submit]");
      assertThat(other.locator("main")).containsText("密钥已销毁");
      tour.look(other, path, "key-destroyed");
    }
    assertThat(ledger.desk("auditor").get("/funds/" + id + "/trail.csv").text())
        .doesNotContain("钥匙人");
  }

  @Test
  void whoIsNoAdministratorSeesNoDoorAndIsRefused() {
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.signedIn("finance");
      assertThat(page.locator("nav a[href='/accounts'], nav a[href='/keys']")).hasCount(0);
      for (String path : List.of("/accounts", "/accounts/new", "/keys")) {
        assertThat(tour.open(page, path)).as(path).isEqualTo(403);
      }
      Page auditor = tour.signedIn("auditor");
      assertThat(tour.open(auditor, "/accounts")).isEqualTo(200);
      assertThat(auditor.locator("a[href='/accounts/new']")).hasCount(0);
      assertThat(tour.open(auditor, "/accounts/new")).isEqualTo(403);
    }
  }

  @Test
  void anExpiredSessionSaysSoAndLeadsBackToThePageThatWasWanted() {
    try (PageTour tour = new PageTour(ledger)) {
      Page page = tour.anybody();
      tour.open(page, "/");
      assertThat(page.url()).endsWith("/login");
      tour.signIn(page, "auditor", RunningLedger.PASSWORD);
      PageTour.awaitSignedIn(page);
      page.context()
          .addCookies(List.of(new Cookie("JSESSIONID", "0".repeat(32)).setUrl(tour.at("/"))));
      tour.open(page, "/audit/refusals?code=INSUFFICIENT_FUNDS");
      assertThat(page.locator("main")).containsText("登录已失效");
      tour.signIn(page, "auditor", RunningLedger.PASSWORD);
      assertThat(page.locator("#code")).hasValue("INSUFFICIENT_FUNDS");
    }
  }
}
