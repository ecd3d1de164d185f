package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.core.fund.Movement;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Reads a fund's trail as an auditor does: to its end, adding up. */
final class TrailCheck {

  /** Small, and no divisor of most lengths, so that pages end in odd places. */
  private static final int PAGE = 7;

  private TrailCheck() {}

  /** Checks order, numbers, sums, both languages and the CSV of a fund's whole trail. */
  static void holds(Desk auditor, String fundId, String available) {
    String path = "/funds/" + fundId + "/trail";
    List<JsonNode> lines = auditor.items(path + "?lang=zh", PAGE);
    assertThat(lines).isEqualTo(auditor.items(path + "?lang=zh", 500));
    addUp(lines, available);
    languages(lines, auditor.items(path + "?lang=en", 500));
    csv(auditor.get(path + ".csv?lang=zh&all=1"), lines);
    // Unless everything is asked for, the file holds what the journal on the page shows.
    csv(
        auditor.get(path + ".csv?lang=zh"),
        lines.stream().filter(line -> line.path("entryNumber").isNumber()).toList());
    List<JsonNode> newest = auditor.items(path + "?lang=zh&order=newest", PAGE);
    assertThat(newest.reversed()).isEqualTo(lines);
    assertThat(auditor.items(path + "?type=DonationReceived&minAmount=100.00", PAGE))
        .allSatisfy(
            line ->
                assertThat(new BigDecimal(line.path("amount").asString()))
                    .isGreaterThan(BigDecimal.TEN));
  }

  private static void addUp(List<JsonNode> lines, String available) {
    BigDecimal balance = new BigDecimal("0.00");
    List<Long> numbers = new ArrayList<>();
    long before = -1;
    for (JsonNode line : lines) {
      long position = line.path("position").asLong();
      assertThat(position).as(line.toString()).isGreaterThanOrEqualTo(before);
      before = position;
      if (line.path("entryNumber").isNumber()) {
        numbers.add(line.path("entryNumber").asLong());
        Movement movement = Movement.valueOf(line.path("movement").asString());
        BigDecimal amount = new BigDecimal(line.path("amount").asString());
        balance = balance.add(amount.multiply(BigDecimal.valueOf(movement.onAvailable(1))));
      }
      assertThat(line.path("balanceAfter").asString())
          .as(line.toString())
          .isEqualTo(balance.toPlainString());
      // Donations of several people share one control total, which therefore is nobody's own.
      if (!line.path("type").asString().equals("DonationsPosted")) {
        assertThat(line.path("actorName").asString())
            .isIn("finance", "finance2", "approver", "cashier");
      }
      assertThat(line.path("eventId").asString()).hasSize(36);
      assertThat(line.path("recordedAt").asString()).endsWith("Z");
    }
    assertThat(balance.toPlainString()).isEqualTo(available);
    assertThat(numbers).as("entry numbers").doesNotHaveDuplicates();
    assertThat(numbers.stream().sorted().toList())
        .as("entry numbers without gaps")
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, numbers.size()).boxed().toList());
  }

  private static void languages(List<JsonNode> chinese, List<JsonNode> english) {
    assertThat(english).hasSameSizeAs(chinese);
    for (int i = 0; i < chinese.size(); i++) {
      assertThat(chinese.get(i).path("summary").asString()).matches("(?s).*\\p{IsHan}.*");
      assertThat(english.get(i).path("summary").asString())
          .matches("(?s).*[A-Za-z].*")
          .isNotEqualTo(chinese.get(i).path("summary").asString());
    }
  }

  private static void csv(Answer answer, List<JsonNode> lines) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    List<String> rows = answer.text().lines().toList();
    assertThat(rows.getFirst()).startsWith("\uFEFF资金编号,资金,流水号,记账时间");
    assertThat(rows).hasSize(lines.size() + 1);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(rows.get(i + 1))
          .contains(lines.get(i).path("eventId").asString())
          .contains(lines.get(i).path("balanceAfter").asString());
    }
  }
}
