package org.aidledger.api.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.event.FundOpened;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A book that begins empty, changes while people look at it, and is lost in the end. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangingBookTest {

  private static PagesServer server;
  private static Browser browser;
  private static Page page;

  @BeforeAll
  static void start() {
    server = PagesServer.start();
    browser = Browser.start();
    page = browser.window(1280, 900);
    page.navigate(server.at("/login"));
    page.fill("#username", "auditor");
    page.fill("#password", PagesApplication.PASSWORD);
    page.press("#password", "Enter");
    page.waitForSelector("text=auditor");
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @Test
  @Order(1)
  void anEmptyBookSaysWhatToDo() {
    page.navigate(server.at("/"));
    assertThat(page.textContent("main")).contains("还没有专项资金", "开立第一项资金后");
    assertThat(page.locator("table").count()).isZero();
    Accessibility.check(page);
  }

  @Test
  @Order(2)
  void aFundWithoutEntriesSaysSo() throws SQLException {
    String id = Book.id("fund new");
    server
        .book()
        .add(
            "finance",
            "Fund",
            id,
            new FundOpened(id, "市总工会", "XJ-01", "新建基金", "试用", "CNY", "OWN_INCOME", null));
    server.book().write();
    page.navigate(server.at("/funds/" + id));
    assertThat(page.textContent("main")).contains("还没有任何一笔记录", "近 12 个月没有收入和支出。");
    assertThat(page.locator("canvas").count()).isZero();
    page.navigate(server.at("/funds/" + id + "?all=1"));
    assertThat(page.textContent("table.trail")).contains("开立资金“新建基金”");
    Accessibility.check(page);
  }

  @Test
  @Order(3)
  void figuresChangeInPlace() throws SQLException {
    String id = Book.id("fund new");
    page.navigate(server.at("/"));
    page.waitForSelector(".live.on");
    assertThat(page.getAttribute(".total .amount", "class")).doesNotContain("changed");
    List<String> before = page.locator("tbody th").allTextContents();
    donate(id, "SJ-1", 123_456);
    shows("[data-owner=\"" + id + "\"][data-figure=available]", "1,234.56");
    shows(".total [data-figure=available]", "1,234.56");
    shows(".total [data-figure=received]", "1,234.56");
    assertThat(page.locator("tbody th").allTextContents()).isEqualTo(before);
    donate(id, "SJ-2", 44);
    shows(".total [data-figure=available]", "1,235.00");
    PlaywrightAssertions.assertThat(page.locator("[data-moved]"))
        .hasText(Pattern.compile("^\\s*2025-05-30"));
    assertThat(page.isVisible("[data-live-lost]")).isFalse();
  }

  @Test
  @Order(4)
  void aNewFundIsAnnouncedRatherThanPushedIn() throws SQLException {
    String id = Book.id("fund newer");
    server
        .book()
        .add(
            "finance",
            "Fund",
            id,
            new FundOpened(id, "市总工会", "XJ-02", "更新的基金", "试用", "USD", "OWN_INCOME", null));
    server.book().write();
    PlaywrightAssertions.assertThat(page.locator("[data-live-new]")).isVisible();
    PlaywrightAssertions.assertThat(page.locator("tbody tr[data-fund]")).hasCount(1);
    page.click("[data-live-new] a");
    page.waitForSelector("text=更新的基金");
    // Two currencies are never added up, and each row names its own.
    PlaywrightAssertions.assertThat(page.locator(".total")).hasCount(2);
    assertThat(page.textContent("table.cards thead")).contains("币种");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @Order(5)
  void aBookThatCannotBeReadIsSaidPlainly() throws SQLException {
    server.book().remove();
    HttpResponse<String> answer = Visitor.as("auditor", server).get("/");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(Visitor.words(answer)).contains("页面出错了", "已记入账簿的内容不受影响");
    assertThat(answer.body()).doesNotContain("Exception", "select ", "relation");
    page.navigate(server.at("/?lang=en"));
    assertThat(page.textContent("h1")).isEqualTo("Something broke");
    Accessibility.check(page);
  }

  @Test
  @Order(6)
  void streamsEndWithTheApplication() {
    long begin = System.nanoTime();
    server.stopPages();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PagesServer.LONGEST_STOP);
  }

  private static void donate(String fund, String reference, long amount) throws SQLException {
    String id = Book.id("donation " + reference);
    server
        .book()
        .add(
            "finance",
            "Donation",
            id,
            new DonationReceived(
                id,
                fund,
                "市总工会",
                "CASH",
                reference,
                amount,
                "CNY",
                LocalDate.of(2026, 5, 20),
                "CASH",
                new Donor("ANONYMOUS", null, null, null),
                null,
                server.book().entry(fund)));
    server.book().write();
  }

  private static void shows(String selector, String text) {
    PlaywrightAssertions.assertThat(page.locator(selector)).hasText(text);
  }
}
