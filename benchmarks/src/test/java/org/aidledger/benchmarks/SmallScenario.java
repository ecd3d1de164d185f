package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A scenario at a size that says nothing of speed. */
final class SmallScenario {

  static final int SMALL = 3_000;

  private SmallScenario() {}

  /** Its scenarios run, and tie out. */
  static void check(Session session) throws Exception {
    List<String> names = session.names();
    // What belongs to a run lies beside its folder, and others run at the same time.
    Path work =
        Files.createDirectories(Path.of("target/scenarios", names.getFirst(), "work")).toRealPath();
    EmptyBook.of(work).delete();
    List<Result> results =
        session.run(new Run(true, work, Optional.empty(), Profile.none()), names);
    assertThat(results).extracting(Result::scenario).containsExactlyElementsOf(names);
    for (Result result : results) {
      assertThat(result.figure().value()).isPositive();
      assertThat(result.figure().ratio()).isNotNull().isPositive();
      assertThat(result.figure().floor().line()).isNotNull();
      assertThat(result.events()).isPositive();
    }
  }
}
