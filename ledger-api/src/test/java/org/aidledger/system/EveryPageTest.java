package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;
import org.aidledger.system.PageRules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page, as every role that sees it, in both languages, on a desk and on a phone: axe finds
 * nothing grave, nothing is wider than the window, and no script complains. Axe looks at the same
 * elements once: where a role sees a page exactly as another one did, under a head that it has
 * seen, too, there is nothing new to find.
 */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class EveryPageTest {

  private static final int DESK = 1280;
  private static final int PHONE = 360;

  /**
   * What is asked of a page, in one question instead of six, each of which would take the way
   * through two other processes. At the end stand the content and the head of the page as axe sees
   * them. Hidden fields are others each time; where links of the head lead to, and which of them is
   * the page's own, is another matter on each page.
   */
  private static final String LOOK =
      """
      () => [
        document.documentElement.lang,
        document.querySelectorAll('h1').length,
        document.querySelector('main').innerText,
        document.querySelectorAll("form[action*='_csrf']").length,
        document.querySelector('main').outerHTML
            .replace(/(<input type="hidden"[^>]* value=")[^"]*/g, '$1'),
        document.querySelector('header').outerHTML
            .replace(/(<input type="hidden"[^>]* value=")[^"]*/g, '$1')
            .replace(/ (href|aria-current)="[^"]*"/g, '')]\
      """;

  /** The parts of pages that axe has looked at, each with its language. */
  private static final Set<String> SEEN = new HashSet<>();

  private static Browser browser;
  private static @Nullable FullBook book;

  private final RunningLedger ledger;

  EveryPageTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  private FullBook book() {
    FullBook recorded = book;
    if (recorded == null) {
      recorded = FullBook.in(ledger);
      book = recorded;
    }
    return recorded;
  }

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  static Stream<String> everybody() {
    return Stream.concat(Stream.of(""), PageRules.EVERYBODY.stream());
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void canBeUsedByEveryone(String account) {
    List<String> faults = new ArrayList<>();
    for (String language : List.of("zh", "en")) {
      Page page = signedIn(account, language);
      for (Rule rule : PageRules.all()) {
        if (rule.page()
            && (account.isEmpty() ? rule.isOpenToAll() : rule.allowed().contains(account))) {
          look(page, rule, language, faults);
        }
      }
      page.context().close();
    }
    assertThat(faults).isEmpty();
  }

  private void look(Page page, Rule rule, String language, List<String> faults) {
    String path = book().address(rule.path());
    page.setViewportSize(DESK, 900);
    Response response =
        Objects.requireNonNull(
            page.navigate(at(path + (path.contains("?") ? "&" : "?") + "lang=" + language)));
    try {
      assertThat(response.status()).as(path).isEqualTo(200);
      if (!(page.evaluate(LOOK) instanceof List<?> seen)) {
        throw new AssertionError("the browser gave no answer on " + path);
      }
      assertThat(seen).hasSize(6);
      assertThat(seen.get(0)).asString().startsWith(language);
      assertThat(seen.get(1)).as("one heading on " + path).isEqualTo(1);
      assertThat(seen.get(2))
          .as("every message of %s is written", path)
          .asString()
          .isNotEmpty()
          .doesNotContain("??");
      assertThat(seen.get(3)).as("no token stands in an address on %s", path).isEqualTo(0);
      boolean something = isNew(seen.subList(4, 6), language);
      check(page, something);
      page.setViewportSize(PHONE, 900);
      check(page, something);
      assertThat(browser.complaints()).isEmpty();
    } catch (AssertionError fault) {
      faults.add(language + " " + path + ": " + fault.getMessage());
      // What this page complained of is not the next one's.
      var _ = browser.complaints();
    }
  }

  private static boolean isNew(List<?> parts, String language) {
    boolean something = false;
    for (Object part : parts) {
      something |= SEEN.add(language + part);
    }
    return something;
  }

  private static void check(Page page, boolean something) {
    if (something) {
      Accessibility.check(page);
    } else {
      Accessibility.checkWidth(page);
    }
  }

  private Page signedIn(String account, String language) {
    Page page = browser.window(DESK, 900);
    if (!account.isEmpty()) {
      page.navigate(at("/login?lang=" + language));
      page.fill("input[name=username]", account.equals("finance") ? whoRecords() : account);
      page.fill("input[name=password]", RunningLedger.PASSWORD);
      page.click("main button[type=submit]");
      PageTour.awaitSignedIn(page);
    }
    return page;
  }

  /** The person of finance whose own entries the pages show; their name is a wide one. */
  private String whoRecords() {
    book();
    return FullBook.WIDE_ACCOUNT;
  }

  private String at(String path) {
    return ledger.at(path);
  }
}
