package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of a running ledger, its dashboard and the page about them tell of the same things.
 */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class MetricsTest {

  private static final Path PAGE = Path.of("../docs/operations/metrics.md");
  private static final Path DASHBOARD = Path.of("../docs/operations/grafana-aid-ledger.json");
  private static final Pattern IN_THE_PAGE = Pattern.compile("`([a-z]+(?:_[a-z]+)+)`");
  private static final Pattern IN_A_QUERY = Pattern.compile("\\b[a-z]+(?:_[a-z]+)+\\b(?! ?\\()");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");
  private static final String OURS = "ledger_";
  private static final String DONATIONS =
      "ledger_events_recorded_total{event=\"DonationReceived\"}";
  private static final String BROKE = "ledger_refusals_total{code=\"INSUFFICIENT_FUNDS\"}";

  private final RunningLedger ledger;

  MetricsTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  private String openFund() {
    return ledger
        .desk("finance")
        .order(201, "/funds", fund("M-" + UUID.randomUUID()))
        .path("fundId")
        .asString();
  }

  /** Records so many donations in one request, and one expense that the fund cannot bear. */
  private void story(int donations) {
    String fundId = openFund();
    List<Map<String, Object>> lines =
        Stream.generate(() -> anonymous(UUID.randomUUID().toString(), "1.00"))
            .limit(donations)
            .toList();
    Desk finance = ledger.desk("finance");
    finance.order(200, "/funds/" + fundId + "/donations/batch", Map.of("donations", lines));
    Map<String, Object> fee =
        Map.of(
            "category",
            "BANK_FEE",
            "reference",
            "F-1",
            "amount",
            "99.00",
            "effectiveOn",
            Bodies.DAY);
    assertThat(finance.refused(409, "/funds/" + fundId + "/expense", fee))
        .isEqualTo("INSUFFICIENT_FUNDS");
  }

  @Test
  void aSmallStoryShowsInTheFigures() throws Exception {
    story(1);
    Scrape before = Scrape.of(ledger);
    story(5);
    BookCheck.awaitReadModels(ledger);
    Scrape after = Scrape.of(ledger);

    assertThat(after.value(DONATIONS) - before.value(DONATIONS)).isEqualTo(5);
    assertThat(after.value(BROKE) - before.value(BROKE)).isEqualTo(1);
    assertThat(rise(before, after, "ledger_append_batch_events_sum"))
        .as("opening, total, five donations, refusal")
        .isEqualTo(8);
    assertThat(rise(before, after, "ledger_append_commit_seconds_count")).isEqualTo(3);
    assertThat(rise(before, after, "ledger_append_batch_events_count")).isEqualTo(3);
    assertThat(rise(before, after, "ledger_admission_answer_seconds_count")).isEqualTo(3);
    assertThat(after.value("ledger_admission_waiting_lines")).isZero();
    assertThat(after.value("ledger_admission_bound_lines")).isBetween(1_500L, 20_000L);
    Waiting.until(
        "no reader is behind",
        () -> {
          List<String> lags =
              Scrape.of(ledger)
                  .text()
                  .lines()
                  .filter(line -> line.startsWith("ledger_read_model_lag_events{"))
                  .toList();
          return !lags.isEmpty() && lags.stream().allMatch(line -> line.endsWith(" 0.0"));
        });
  }

  private static long rise(Scrape before, Scrape after, String sample) {
    return after.value(sample) - before.value(sample);
  }

  @Test
  void everyMetricOfTheDashboardAndOfThePageIsThere() throws IOException {
    story(1);
    Scrape scrape = Scrape.of(ledger);
    Set<String> there = new TreeSet<>(scrape.samples());
    there.addAll(scrape.families());

    assertThat(documented()).isNotEmpty().isSubsetOf(there);
    assertThat(drawn()).isNotEmpty().isSubsetOf(there);
  }

  @Test
  void everyMetricOfTheLedgerIsDocumentedAndDrawn() throws IOException {
    story(1);
    Set<String> families =
        Scrape.of(ledger).families().stream()
            .filter(name -> name.startsWith(OURS) && !name.endsWith("_max"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> drawn =
        drawn().stream()
            .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(families).hasSizeGreaterThan(10).isSubsetOf(documented());
    assertThat(families).isSubsetOf(drawn);
  }

  @Test
  void noLabelNamesAFundOrAPerson() {
    story(1);
    Set<String> labels = new TreeSet<>();
    Scrape.of(ledger)
        .text()
        .lines()
        .filter(line -> line.startsWith(OURS))
        .forEach(
            line -> {
              Matcher label = LABEL.matcher(line);
              while (label.find()) {
                labels.add(label.group(1));
              }
            });
    assertThat(labels).containsExactlyInAnyOrder("code", "event", "le", "phase", "reader");
  }

  private static Set<String> documented() throws IOException {
    return names(IN_THE_PAGE, Files.readString(PAGE), 1);
  }

  /** The metrics in all queries of the dashboard. */
  private static Set<String> drawn() throws IOException {
    JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    Set<String> names = new TreeSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        // What Grafana and the labels put in is no metric.
        String query =
            target.path("expr").asString().replaceAll("\\$\\w+", "").replaceAll("\"[^\"]*\"", "");
        names.addAll(names(IN_A_QUERY, query, 0));
      }
    }
    return names;
  }

  private static Set<String> names(Pattern pattern, String text, int group) {
    Set<String> names = new TreeSet<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      names.add(found.group(group));
    }
    return names;
  }
}
