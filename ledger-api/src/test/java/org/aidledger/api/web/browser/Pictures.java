package org.aidledger.api.web.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of the pages that tests look at, for people to look at too. They prove nothing and take
 * as long as the check of a page, so they are taken with {@code -Dscreens=true} only, into {@code
 * target/screens}.
 */
public final class Pictures {

  private static final boolean WANTED = Boolean.getBoolean("screens");

  private Pictures() {}

  /** Takes one of the whole page as it is now. */
  public static void take(Page page, String name) {
    if (WANTED) {
      // Charts come in with a movement.
      page.waitForTimeout(1_500);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "screens", name + ".png")));
    }
  }

  /** Takes one of what a language and a width make of the page. */
  public static void take(Page page, String name, String language, int width) {
    take(page, name + "-" + language + "-" + width);
  }
}
