package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;
import org.aidledger.api.web.browser.Pictures;

/** People at the real application in a real browser, and every view of the pages they look at. */
final class PageTour implements AutoCloseable {

  private final Browser browser = Browser.start();
  private final RunningLedger ledger;

  PageTour(RunningLedger ledger) {
    this.ledger = ledger;
  }

  /** A window in which an account has signed in. */
  Page signedIn(String username) {
    Page page = browser.window(1280, 900);
    page.navigate(at("/login"));
    signIn(page, username, RunningLedger.PASSWORD);
    awaitSignedIn(page);
    return page;
  }

  /** A window in which nobody has signed in. */
  Page anybody() {
    return browser.window(1280, 900);
  }

  /** Fills in the form that the window shows. */
  void signIn(Page page, String username, String password) {
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", password);
    page.click("form button[type=submit]");
  }

  /** Whoever goes on before would break off what signs them in. */
  static void awaitSignedIn(Page page) {
    page.waitForSelector(".viewer");
  }

  /** Opens a page and returns its status. */
  int open(Page page, String path) {
    return page.navigate(at(path)).status();
  }

  String at(String path) {
    return ledger.at(path);
  }

  /**
   * Looks at a page in both languages at both widths; it must be usable by everyone and hold no
   * word that is missing.
   */
  void look(Page page, String path, String name) {
    for (String language : List.of("en", "zh")) {
      open(page, path + (path.contains("?") ? "&" : "?") + "lang=" + language);
      assertThat(page.content()).doesNotContain("??");
      for (int width : new int[] {1280, 360}) {
        page.setViewportSize(width, 900);
        Accessibility.check(page);
        Pictures.take(page, name, language, width);
      }
    }
    page.setViewportSize(1280, 900);
  }

  /** What scripts and the content security policy complained of since the last question. */
  List<String> complaints() {
    return browser.complaints();
  }

  @Override
  public void close() {
    browser.close();
  }
}
