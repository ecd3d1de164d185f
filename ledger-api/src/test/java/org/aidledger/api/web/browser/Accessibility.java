package org.aidledger.api.web.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Checks with axe-core that a page can be used by everyone. */
public final class Accessibility {

  /**
   * Answers a sentence for each finding of the gravest two kinds, or nothing if axe is not there
   * yet: another question for that would take as long as a short look. Axe runs in the page itself
   * instead of through its library for Java, which would load it anew for each check, and describe
   * and send home every element of every rule that holds.
   */
  private static final String FINDINGS =
      """
      async options => !('axe' in window) ? null
          : (await axe.run(document, options)).violations
          .filter(rule => ['serious', 'critical'].includes(rule.impact))
          .map(rule => `${rule.impact} ${rule.id}: ${rule.help}`
              + rule.nodes.map(node => '\\n    ' + node.html).join(''))\
      """;

  /**
   * Answers how many pixels the content is wider than the window, and figures that go on in a
   * second line: 12 would be read as 1 and 2.
   */
  private static final String MEASURES =
      """
      () => {
        const broken = [];
        for (const cell of document.querySelectorAll('.number, .amount, .time')) {
          const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const figure = texts.currentNode.data.trim();
            if (/^[-+\u2212]?[0-9][0-9.,-]*$/.test(figure)) {
              const range = document.createRange();
              range.selectNodeContents(texts.currentNode);
              const lines = [...range.getClientRects()].filter(line => line.width > 0);
              if (new Set(lines.map(line => Math.round(line.top))).size > 1) broken.push(figure);
            }
          }
        }
        const page = document.documentElement;
        return [page.scrollWidth - page.clientWidth, broken];
      }\
      """;

  private static final Map<String, Object> OPTIONS =
      Map.of(
          "runOnly",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
          "resultTypes",
          List.of("violations"));

  private Accessibility() {}

  /**
   * Checks the page as it is now.
   *
   * @param page a window that shows it
   * @throws AssertionError naming every serious or critical finding and where it is, content that
   *     is wider than the window, and figures that are broken into lines
   */
  public static void check(Page page) {
    checkRules(page);
    checkWidth(page);
  }

  private static void checkRules(Page page) {
    Object answer = page.evaluate(FINDINGS, OPTIONS);
    if (answer == null) {
      page.evaluate(AxeBuilder.getAxeScript());
      answer = page.evaluate(FINDINGS, OPTIONS);
    }
    if (!(answer instanceof List<?> found)) {
      throw new AssertionError("axe gave no answer on " + page.url());
    }
    if (!found.isEmpty()) {
      StringBuilder text = new StringBuilder(page.url());
      found.forEach(finding -> text.append('\n').append(finding));
      throw new AssertionError(text);
    }
  }

  /**
   * The second half alone, for a page whose elements were checked before.
   *
   * @throws AssertionError if content is wider than the window
   */
  public static void checkWidth(Page page) {
    if (!(page.evaluate(MEASURES) instanceof List<?> measures
        && measures.getFirst() instanceof Number pixels
        && measures.getLast() instanceof List<?> broken)) {
      throw new AssertionError("the browser measured nothing on " + page.url());
    }
    if (pixels.intValue() > 0) {
      throw new AssertionError(page.url() + " is " + pixels + " pixels wider than the window");
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(page.url() + " breaks figures into lines: " + broken);
    }
  }
}
