package org.aidledger.api.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports under way, over all nodes that share the database. */
final class ImportFigures implements MeterBinder {

  private static final List<String> PHASES = List.of("CHECKING", "WAITING", "POSTING");

  /** What runs in one phase, and how far it is together. */
  private record Progress(String phase, long imports, long done, long total) {}

  private final JdbcClient jdbc;

  ImportFigures(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Remembered<Map<String, Progress>> now = new Remembered<>(this::running);
    for (String phase : PHASES) {
      show(registry, now, phase, "running", "Imports under way", "imports", Progress::imports);
      show(
          registry,
          now,
          phase,
          "done",
          "Lines of the phase that are done",
          "lines",
          Progress::done);
      show(registry, now, phase, "total", "Lines of the phase in all", "lines", Progress::total);
    }
  }

  private static void show(
      MeterRegistry registry,
      Remembered<Map<String, Progress>> now,
      String phase,
      String name,
      String description,
      String unit,
      ToLongFunction<Progress> figure) {
    Progress none = new Progress(phase, 0, 0, 0);
    Gauge.builder(
            "ledger.import." + name,
            now,
            known -> figure.applyAsLong(known.get().getOrDefault(phase, none)))
        .description(description)
        .baseUnit(unit)
        .tag("phase", phase)
        .strongReference(true)
        .register(registry);
  }

  private Map<String, Progress> running() {
    return jdbc
        .sql(
            "select phase, count(*) imports, coalesce(sum(done), 0) done,"
                + " coalesce(sum(greatest(\"of\", done)), 0) total"
                + " from intake.import where state = 'RUNNING' group by phase")
        .query(
            (row, _) ->
                new Progress(
                    row.getString("phase"),
                    row.getLong("imports"),
                    row.getLong("done"),
                    row.getLong("total")))
        .list()
        .stream()
        .collect(Collectors.toMap(Progress::phase, one -> one));
  }
}
