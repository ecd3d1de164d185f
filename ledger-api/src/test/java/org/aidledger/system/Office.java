package org.aidledger.system;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.function.Predicate;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;

/** People before their browsers, at the pages of one running ledger. */
final class Office implements AutoCloseable {

  private final Browser browser = Browser.start();
  private final RunningLedger ledger;

  Office(RunningLedger ledger) {
    this.ledger = ledger;
  }

  String at(String path) {
    return ledger.at(path);
  }

  /** A window in which this account has signed in. */
  Page signedIn(String username, int width) {
    Page page = browser.window(width, 900);
    signIn(page, username);
    return page;
  }

  void signIn(Page page, String username) {
    page.navigate(at("/login"));
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", RunningLedger.PASSWORD);
    page.click("button[type=submit]");
    page.waitForSelector(".viewer");
  }

  /** Types as hands do: a text goes into the field of the cursor, Tab leads to the next. */
  static void type(Page page, String... texts) {
    // A page that has only just come gives the cursor to its first field when it is painted, and
    // its scripts see what is typed once they have been loaded.
    page.waitForLoadState();
    page.waitForFunction("document.activeElement?.name");
    for (int i = 0; i < texts.length; i++) {
      if (i > 0) {
        page.keyboard().press("Tab");
      }
      page.keyboard().type(texts[i]);
    }
  }

  /** Returns when the field of this name has the cursor. */
  static void awaitCursor(Page page, String name) {
    page.waitForFunction("name => document.activeElement?.name === name", name);
  }

  /** The sentence that the next page says once, when its script is at work. */
  static String said(Page page) {
    Locator flash = page.locator(".flash");
    flash.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    // The page stands before its script runs, and a test types faster than anybody.
    page.waitForLoadState();
    return flash.innerText();
  }

  /** What is wrong, as the summary on top says it. */
  static String refused(Page page) {
    Locator summary = page.locator("[data-summary]");
    summary.waitFor();
    return summary.innerText();
  }

  /** The page in both languages at the sizes of a desk, a desk at 200 % and a telephone. */
  static void checkAllForms(Page page) {
    String address = page.url().replaceAll("[?&]lang=..", "");
    String mark = address.contains("?") ? "&" : "?";
    for (String language : List.of("en", "zh")) {
      page.navigate(address + mark + "lang=" + language);
      for (int width : new int[] {1280, 640, 360}) {
        page.setViewportSize(width, 900);
        Accessibility.check(page);
      }
    }
  }

  /**
   * What scripts and the content security policy complained of; the browser itself notes answers
   * that refuse a form, which pages expect.
   */
  List<String> complaints() {
    return browser.complaints().stream()
        .filter(Predicate.not(said -> said.contains("the server responded with a status of 4")))
        .filter(Predicate.not(said -> said.contains("net::ERR_")))
        .toList();
  }

  @Override
  public void close() {
    browser.close();
  }
}
