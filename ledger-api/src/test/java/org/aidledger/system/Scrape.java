package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.aidledger.harness.Client.Answer;

/** What a monitor reads at one moment. */
record Scrape(String text) {

  static Scrape of(RunningLedger ledger) {
    Answer answer = ledger.desk("viewer").get("/actuator/prometheus");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return new Scrape(answer.text());
  }

  /** The names of all samples. */
  Set<String> samples() {
    Set<String> names = new TreeSet<>();
    text.lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  /** The names of all metrics, as their types are told. */
  Set<String> families() {
    Set<String> names = new TreeSet<>();
    text.lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> names.add(line.split(" ", -1)[2]));
    return names;
  }

  /** The value of one sample, given with its labels as the scrape spells them. */
  long value(String sample) {
    return text.lines()
        .filter(line -> line.startsWith(sample + " "))
        .map(line -> Math.round(Double.parseDouble(line.substring(sample.length() + 1))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + sample + " in\n" + text));
  }
}
