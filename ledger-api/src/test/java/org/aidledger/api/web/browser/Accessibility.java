package org.aidledger.api.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks with axe-core that a page can be used by everyone. */
public final class Accessibility {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Accessibility() {}

  /**
   * Checks the page as it is now.
   *
   * @param page a window that shows it
   * @throws AssertionError naming every serious or critical finding and where it is, and content
   *     that is wider than the window
   */
  public static void check(Page page) {
    List<Rule> found =
        // The other mode opens a window of its own for each check, which pages without frames need
        // not.
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(
                    List.of(
                        "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .toList();
    if (!found.isEmpty()) {
      throw new AssertionError(
          page.url()
              + found.stream()
                  .map(Accessibility::text)
                  .collect(Collectors.joining("\n", "\n", "")));
    }
    Object tooWide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (tooWide instanceof Number pixels && pixels.intValue() > 0) {
      throw new AssertionError(page.url() + " is " + pixels + " pixels wider than the window");
    }
  }

  private static String text(Rule rule) {
    return rule.getImpact()
        + " "
        + rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream()
            .map(CheckedNode::getHtml)
            .collect(Collectors.joining("\n    ", "\n    ", ""));
  }
}
