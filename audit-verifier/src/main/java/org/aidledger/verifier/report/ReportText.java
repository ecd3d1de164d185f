package org.aidledger.verifier.report;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** A report in Chinese or English. */
public final class ReportText {

  private final ResourceBundle texts;

  /** Speaks Chinese to Chinese locales, and English to all others. */
  public ReportText(Locale locale) {
    Locale spoken = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    texts = ResourceBundle.getBundle("org.aidledger.verifier.report.texts", spoken);
  }

  /** The whole report, its last line ended by a newline. */
  public String of(Report report) {
    StringBuilder out = new StringBuilder();
    line(out, text("title." + report.kind()));
    report
        .facts()
        .forEach((fact, value) -> line(out, "  " + text("fact." + fact.name()) + " " + value));
    report.findings().kept().forEach(finding -> line(out, "✗ " + of(finding)));
    report
        .findings()
        .counts()
        .forEach(
            (code, count) -> {
              if (count > Findings.KEPT_OF_EACH) {
                line(
                    out,
                    "✗ "
                        + filled(
                            text("more"),
                            Map.of(
                                "code",
                                code.name(),
                                "count",
                                Long.toString(count - Findings.KEPT_OF_EACH))));
              }
            });
    report.notes().forEach(note -> line(out, "• " + text("note." + note)));
    line(out, text((report.genuine() ? "genuine." : "false.") + report.kind()));
    return out.toString();
  }

  /** A sentence of this name. */
  public String text(String name) {
    return texts.getString(name);
  }

  private String of(Finding finding) {
    return filled(text("code." + finding.code()), finding.facts()) + " [" + finding.code() + "]";
  }

  private static String filled(String template, Map<String, String> facts) {
    String filled = template;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return filled;
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
