package org.aidledger.api.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.wiring.StoredEvents;
import org.aidledger.core.LedgerEvents;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.replay.ReplayInProgress;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayReport;
import org.aidledger.projections.replay.ReplayRun;
import org.aidledger.projections.writing.LedgerProjection;
import org.aidledger.store.event.AppendLane;
import org.aidledger.store.event.EventNames;
import org.aidledger.store.event.LedgerSerializers;
import org.aidledger.store.event.PostgresEventStorageEngine;

/**
 * {@code replay}: rebuilds every read model beside the live one and compares them, beside a running
 * server or without one. Exit status 0 if they are equal (or were repaired), 1 if not.
 */
public final class ReplayCommand {

  private static final int WRONG_USE = 64;

  private final PrintStream out;

  public ReplayCommand(PrintStream out) {
    this.out = out;
  }

  /** Carries the command out and gives its exit status. */
  public int run(List<String> options) {
    Path data = Path.of("data");
    boolean repair = false;
    for (int i = 0; i < options.size(); i++) {
      switch (options.get(i)) {
        case "--repair" -> repair = true;
        case "--data" -> {
          if (++i == options.size()) {
            return usage();
          }
          data = Path.of(options.get(i));
        }
        default -> {
          return usage();
        }
      }
    }
    try (BookDatabase book = BookDatabase.open(data);
        AppendLane lane = new AppendLane(book.dataSource())) {
      ReadModelSchema.create(book.dataSource(), ReadSchema.LIVE);
      return replay(book, engine(book, lane), repair);
    } catch (ReplayInProgress running) {
      out.println("另一次重放正在进行。Another replay is under way.");
      return 1;
    } catch (SQLException | InterruptedException e) {
      out.println("重放未能完成。The replay could not be finished: " + e.getMessage());
      return 1;
    }
  }

  private int usage() {
    out.println("replay [--data DIR] [--repair]");
    return WRONG_USE;
  }

  private static PostgresEventStorageEngine engine(BookDatabase book, AppendLane lane) {
    return PostgresEventStorageEngine.builder()
        .dataSource(book.dataSource())
        .lane(lane)
        .eventSerializer(LedgerSerializers.events(new EventNames(LedgerEvents.all())))
        .snapshotSerializer(LedgerSerializers.general(List.of("org.aidledger.")))
        .build();
  }

  private int replay(BookDatabase book, PostgresEventStorageEngine engine, boolean repair)
      throws SQLException, InterruptedException {
    LedgerProjection projection = new LedgerProjection();
    // Without a server nobody writes the live copy, so it would be waited for in vain.
    Replay replay =
        book.isAlone()
            ? new Replay(book.dataSource(), projection, Duration.ZERO)
            : new Replay(book.dataSource(), projection);
    ReplayRun run =
        replay.start(
            new StoredEvents(engine),
            repair,
            work -> Thread.ofPlatform().name("replay").start(work));
    while (!run.await(Duration.ofSeconds(1))) {
      say(run.progress());
    }
    ReplayProgress end = run.progress();
    say(end);
    ReplayReport report = end.report();
    if (report == null) {
      out.println("重放失败。The replay failed: " + end.failure());
      return 1;
    }
    return conclude(report);
  }

  private void say(ReplayProgress progress) {
    out.printf(
        Locale.ROOT,
        "%,d / %,d 事件 events, %,d/s%n",
        progress.events(),
        progress.total(),
        progress.eventsPerSecond());
  }

  private int conclude(ReplayReport report) {
    report.tables().forEach(t -> out.printf("  %-16s %,12d%n", t.table(), t.live()));
    report.controlFindings().forEach(finding -> out.println("  ✗ " + finding));
    if (report.matches() && report.controlFindings().isEmpty()) {
      out.println("一致：重放结果与现有数据逐行相同。Equal: the replay is the live data, row by row.");
      return 0;
    }
    report.differences().forEach(difference -> out.println("  ✗ " + difference));
    out.printf(Locale.ROOT, "不一致 %,d 处。%1$,d differences.%n", report.differenceCount());
    if (report.repaired()) {
      out.println("已用重建的数据替换。The rebuilt copy has taken over.");
    }
    return report.repaired() && report.controlFindings().isEmpty() ? 0 : 1;
  }
}
