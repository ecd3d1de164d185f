package org.aidledger.verifier.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** A report in Chinese or English. */
public final class ReportText {

  /** A value has at most the length of a path with a name. */
  private static final int LONGEST = 1_000;

  /** Control characters, ends of lines, and what turns the direction of a line. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  /** With the distance from UTC, so that a report that travels is still understood. */
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

  private final ResourceBundle texts;
  private final ZoneId zone;

  /** Tells times in the time zone of the reader's machine. */
  public ReportText(Locale locale) {
    this(locale, ZoneId.systemDefault());
  }

  /**
   * Speaks Chinese to Chinese locales, and English to all others.
   *
   * @param zone in which times are told, to the second
   */
  public ReportText(Locale locale, ZoneId zone) {
    this.zone = zone;
    Locale spoken = "zh".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    texts = ResourceBundle.getBundle("org.aidledger.verifier.report.texts", spoken);
  }

  /** The whole report, its last line ended by a newline. */
  public String of(Report report) {
    StringBuilder out = new StringBuilder();
    line(out, text("title." + report.kind()));
    report
        .facts()
        .forEach(
            (fact, value) ->
                line(out, "  " + text("fact." + fact.name()) + " " + plain(said(fact, value))));
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
    Map<String, String> facts = new HashMap<>();
    report.facts().forEach((fact, value) -> facts.put(fact.jsonName(), value));
    report.notes().forEach(note -> line(out, "• " + filled(text("note." + note), facts)));
    line(out, text((report.genuine() ? "genuine." : "false.") + report.kind()));
    return out.toString();
  }

  /** A sentence of this name. */
  public String text(String name) {
    return texts.getString(name);
  }

  /** Machines read times to the nanosecond in UTC; people do not. */
  private String said(Fact fact, String value) {
    if (fact != Fact.MADE_AT) {
      return value;
    }
    try {
      return SECOND.format(Instant.parse(value).atZone(zone));
    } catch (DateTimeException notATime) {
      // What a forged file says is shown as it is.
      return value;
    }
  }

  private String of(Finding finding) {
    return filled(text("code." + finding.code()), finding.facts()) + " [" + finding.code() + "]";
  }

  private static String filled(String template, Map<String, String> facts) {
    String filled = template;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      filled = filled.replace("{" + fact.getKey() + "}", plain(fact.getValue()));
    }
    return filled;
  }

  /**
   * What a forged file says must not be able to draw lines of its own, to move the cursor or to
   * push the verdict off the screen.
   */
  private static String plain(String value) {
    String visible = INVISIBLE.matcher(value).replaceAll("\uFFFD");
    return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
