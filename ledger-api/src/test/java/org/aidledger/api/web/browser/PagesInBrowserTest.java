package org.aidledger.api.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages in a real browser, in both languages, on a desk and on a phone. */
class PagesInBrowserTest {

  private static final String FUND = "/funds/" + Story.MUTUAL_AID;

  private static PagesServer server;
  private static Browser browser;

  @BeforeAll
  static void start() {
    server = PagesServer.shared();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @AfterEach
  void scriptsAndPolicyHadNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zh, 1280", "zh, 360", "en, 1280", "en, 360"})
  void pagesCanBeUsedByEveryone(String language, int width) {
    Page page = browser.window(width, 900);
    look(page, "login", "/login?lang=" + language, language, width);
    signIn(page, "auditor");
    look(page, "dashboard", "/", language, width);
    look(page, "fund", FUND, language, width);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"zh, 360", "en, 1280"})
  void rarerStatesCanBeUsedByEveryone(String language, int width) {
    Page page = browser.window(width, 900);
    look(page, "login-wrong", "/login?error&lang=" + language, language, width);
    signIn(page, "auditor");
    String past = "?effectiveOn=2025-12-31&recordedBy=2026-05-18T18%3A00&minAmount=x";
    look(page, "fund-past", FUND + past, language, width);
    page.context().clearCookies();
    signIn(page, "viewer");
    look(page, "fund-viewer", "/funds/" + Story.GIRLS + "?lang=" + language, language, width);
    look(page, "fund-closed", "/funds/" + Story.OLD, language, width);
    look(page, "not-found", "/funds/none", language, width);
    assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("404"));
    page.context().close();
  }

  @Test
  void everythingIsReachedWithTheKeyboard() {
    Page page = browser.window(1280, 900);
    signIn(page, "auditor");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("跳到正文");
    page.keyboard().press("Enter");
    page.waitForFunction("document.activeElement.id === 'content'");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("下载这份清单 CSV");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("下载这份清单 Excel");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("应急救助专项");
    page.keyboard().press("Enter");
    page.waitForURL(server.at("/funds/" + Story.OLD));
    page.context().close();
  }

  @Test
  void aFigureOpensWhatItIsMadeOfAndAMonthItsLines() {
    Page page = browser.window(1280, 900);
    signIn(page, "auditor");
    page.navigate(server.at(FUND));
    page.click("table.sum a:has-text('76.50')");
    PlaywrightAssertions.assertThat(page.locator("table.trail tbody tr")).hasCount(3);
    assertThat(page.url()).endsWith("?group=OTHER_EXPENSE#trail");
    page.click("text=清除筛选");
    PlaywrightAssertions.assertThat(page.locator("table.trail tbody tr")).hasCount(50);
    page.click("table.compact a:has-text('2025-09')");
    PlaywrightAssertions.assertThat(page.locator("table.trail tbody tr")).hasCount(3);
    page.context().close();
  }

  @Test
  void thePictureIsDrawnFromTheTable() {
    Page page = browser.window(1280, 900);
    signIn(page, "auditor");
    page.navigate(server.at(FUND));
    assertThat(page.evaluate("Chart.getChart(document.querySelector('canvas')).data.labels.length"))
        .isEqualTo(12);
    assertThat(
            page.evaluate(
                "Chart.getChart(document.querySelector('canvas')).data.datasets[0].data.at(-1)"))
        .isEqualTo(151493.34);
    page.context().close();
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.textContent");
  }

  private static void look(Page page, String name, String path, String language, int width) {
    page.navigate(server.at(path));
    assertThat(page.getAttribute("html", "lang")).isEqualTo("zh".equals(language) ? "zh-CN" : "en");
    Accessibility.check(page);
    Pictures.take(page, name, language, width);
  }

  private static void signIn(Page page, String name) {
    page.navigate(server.at("/login"));
    page.fill("#username", name);
    page.fill("#password", PagesApplication.PASSWORD);
    page.press("#password", "Enter");
    page.waitForSelector("text=" + name);
    page.waitForLoadState();
  }
}
