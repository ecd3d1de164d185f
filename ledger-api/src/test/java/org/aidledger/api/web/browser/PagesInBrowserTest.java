package org.aidledger.api.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, in both languages, on a desk and on a phone. */
class PagesInBrowserTest {

  private static PagesServer server;
  private static Browser browser;

  @BeforeAll
  static void start() throws SQLException {
    server = PagesServer.withStory();
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
    server.close();
  }

  @AfterEach
  void scriptsAndPolicyHadNothingToComplainOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  static Stream<Arguments> sights() {
    return Stream.of("zh", "en")
        .flatMap(language -> Stream.of(1280, 360).map(width -> Arguments.of(language, width)));
  }

  @ParameterizedTest
  @MethodSource("sights")
  void pagesCanBeUsedByEveryone(String language, int width) {
    Page page = browser.window(width, 900);
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    look(page, "login", "/login?lang=" + language, language, width);
    look(page, "login-wrong", "/login?error", language, width);
    signIn(page, "auditor");
    look(page, "dashboard", "/", language, width);
    look(page, "fund", "/funds/" + Story.MUTUAL_AID, language, width);
    look(page, "fund-frozen", "/funds/" + Story.GIRLS + "?all=1", language, width);
    look(
        page,
        "fund-past",
        "/funds/"
            + Story.MUTUAL_AID
            + "?effectiveOn=2025-12-31&recordedBy=2026-05-18T18%3A00&group=RECEIVED&minAmount=x",
        language,
        width);
    look(page, "fund-closed", "/funds/" + Story.OLD, language, width);
    look(page, "not-found", "/funds/none", language, width);
    page.context().close();
    if (width == 1280) {
      browser.complaints();
    }
  }

  private static void look(Page page, String name, String path, String language, int width) {
    page.navigate(server.at(path));
    assertThat(page.getAttribute("html", "lang")).isEqualTo("zh".equals(language) ? "zh-CN" : "en");
    page.waitForTimeout(300);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screens", name + "-" + language + "-" + width + ".png")));
    Accessibility.check(page);
  }

  static void signIn(Page page, String name) {
    page.navigate(server.at("/login"));
    page.fill("#username", name);
    page.fill("#password", PagesApplication.PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL(server.at("/") + "**");
  }

  static List<String> unused() {
    return List.of();
  }
}
