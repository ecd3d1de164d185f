package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.harness.Client.Answer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Judges what is answered to questions that nobody should ask, and gathers what is wrong. */
final class OddAnswers {

  /**
   * Nothing, no number, too large, negative, beyond the calendar, no day, what no text column
   * takes, a character beyond the first plane, half of one, bytes that are no text, too long.
   */
  static final List<String> ODD =
      List.of(
          "",
          "abc",
          "-1",
          "9223372036854775808",
          "999999999999999999",
          "0000-01-01",
          "9999-12-31",
          "%2B999999999-12-31",
          "2026-02-29",
          "9999-12-31T23:59:59Z",
          "%00",
          "a%00b",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "%FF",
          "x".repeat(3_000));

  /** What every client may branch on. */
  private static final Set<String> CODES = codes();

  private final List<String> faults = new ArrayList<>();
  private int asked;

  /**
   * An answer to a program: never a fault of ours, and a problem with its code if it is refused.
   */
  void program(String question, Answer answer) {
    asked++;
    int status = answer.status();
    if (status >= 500) {
      wrong(question, answer);
    } else if (status >= 400) {
      refusal(question, answer);
    }
  }

  /** The same where nothing but a refusal will do. */
  void refused(String question, Answer answer) {
    program(question, answer);
    if (answer.status() < 400 && !refusesItsLines(answer)) {
      wrong(question + " was not refused", answer);
    }
  }

  /** A batch is answered line by line. */
  private static boolean refusesItsLines(Answer answer) {
    if (!answer.header("Content-Type").startsWith("application/json")) {
      return false;
    }
    JsonNode body = answer.json();
    JsonNode first = body.path("refused").path(0);
    return body.path("recorded").asInt(-1) == 0 && CODES.contains(first.path("code").asString());
  }

  /** An answer to a person: never a fault of ours, and nothing of what is inside. */
  void page(String question, Answer answer) {
    asked++;
    if (answer.status() >= 500
        || answer.text().contains("org.aidledger.")
        || (answer.status() >= 400 && answer.text().isBlank())) {
      wrong(question, answer);
    }
  }

  /**
   * Fails with all that is wrong.
   *
   * @param least how many questions must have been asked, so that a list that came out empty shows
   */
  void verdict(int least) {
    assertThat(faults).as("of %d answers", asked).isEmpty();
    assertThat(asked).as("questions asked").isGreaterThanOrEqualTo(least);
  }

  private void refusal(String question, Answer answer) {
    boolean problem = answer.header("Content-Type").startsWith("application/problem+json");
    if (!problem || !isWhole(answer)) {
      wrong(question, answer);
    }
  }

  private static boolean isWhole(Answer answer) {
    try {
      JsonNode body = answer.json();
      return CODES.contains(body.path("code").asString())
          && body.path("status").asInt() == answer.status()
          && !body.path("title").asString().isBlank()
          && !body.path("detail").asString().isBlank();
    } catch (JacksonException notJson) {
      return false;
    }
  }

  private void wrong(String question, Answer answer) {
    faults.add(answer.status() + " " + shortened(question) + " -> " + shortened(answer.text()));
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(ApiCode.values()).map(Enum::name).forEach(codes::add);
    Arrays.stream(RuleCode.values()).map(Enum::name).forEach(codes::add);
    return codes;
  }
}
