package org.aidledger.api.web.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes the pictures of docs/screens from a running application: {@code Screens URL PASSWORD
 * FOLDER}. Looks with the eyes of the auditor at the first fund of the list, on a desk and on a
 * phone, in both languages, and checks on the way that the real pages can be used by everyone.
 */
public final class Screens {

  private static final int HEIGHT = 900;

  private Screens() {}

  public static void main(String[] arguments) {
    String url = arguments[0];
    Path folder = Path.of(arguments[2]);
    try (Browser browser = Browser.start()) {
      for (String language : List.of("zh", "en")) {
        for (int width : new int[] {1280, 360}) {
          Page page = browser.window(width, HEIGHT);
          String ending = "-" + language + "-" + width + ".png";
          page.navigate(url + "/login?lang=" + language);
          take(page, folder.resolve("login" + ending));
          page.fill("#username", "auditor");
          page.fill("#password", arguments[1]);
          page.press("#password", "Enter");
          page.waitForSelector(".live.on");
          take(page, folder.resolve("dashboard" + ending));
          page.click("table.cards tbody tr:first-child th a");
          page.waitForSelector(".live.on");
          take(page, folder.resolve("fund" + ending));
          page.context().close();
        }
      }
      if (!browser.complaints().isEmpty()) {
        throw new AssertionError(browser.complaints());
      }
    }
  }

  /** The whole width, and as much of the height as a reader scrolls through. */
  private static void take(Page page, Path file) {
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, Math.min(height(page), 2 * HEIGHT))
            .setPath(file));
  }

  private static int height(Page page) {
    return page.evaluate("document.documentElement.scrollHeight") instanceof Number pixels
        ? pixels.intValue()
        : HEIGHT;
  }
}
