package org.aidledger.api.period;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.audit.ReplayDesk;
import org.aidledger.api.imports.ImportStandings;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.period.ReadinessPoint.Point;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.OpenItem;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayReport;
import org.aidledger.projections.replay.ReplayRun;
import org.aidledger.store.seal.HeadContradictedException;
import org.aidledger.store.seal.SealException;
import org.aidledger.store.seal.SealedBook;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Goes through the list of what should be done before a period is closed. */
@Component
public final class Readiness {

  /** A busy book always has events of the last seconds that are not sealed yet. */
  private static final Duration SEALED_WITHIN = Duration.ofSeconds(30);

  private final PeriodQueries periods;
  private final ImportStandings imports;
  private final ReplayDesk replays;
  private final ObjectProvider<SealedBook> sealed;
  private final BusinessCalendar calendar;

  Readiness(
      PeriodQueries periods,
      ImportStandings imports,
      ReplayDesk replays,
      ObjectProvider<SealedBook> sealed,
      BusinessCalendar calendar) {
    this.periods = periods;
    this.imports = imports;
    this.replays = replays;
    this.sealed = sealed;
    this.calendar = calendar;
  }

  /** Every point, as it stands now, in the order in which one goes through them. */
  public List<ReadinessPoint> points(String organisation, AccountingPeriod period) {
    List<UUID> funds = periods.funds(organisation).stream().map(FundId::value).toList();
    Instant begin = period.first().atStartOfDay(calendar.zone()).toInstant();
    return List.of(
        count(Point.PAYOUTS, OpenItem.PENDING_PAYOUTS, periods.pendingPayouts(organisation)),
        count(Point.RUNNING_IMPORTS, OpenItem.RUNNING_IMPORTS, imports.running(funds)),
        count(Point.FAILED_IMPORTS, OpenItem.FAILED_IMPORTS, imports.failed(funds, begin)),
        replay(),
        seal());
  }

  /** What is open now, with how much of it there is. */
  Map<OpenItem, String> openItems(String organisation, AccountingPeriod period) {
    Map<OpenItem, String> open = new EnumMap<>(OpenItem.class);
    for (ReadinessPoint point : points(organisation, period)) {
      OpenItem item = point.open();
      if (item != null) {
        open.put(item, point.figure());
      }
    }
    return open;
  }

  private static ReadinessPoint count(Point point, OpenItem item, long count) {
    return new ReadinessPoint(point, count == 0 ? null : item, Long.toString(count));
  }

  private ReadinessPoint replay() {
    Optional<ReplayReport> report =
        replays.latest().flatMap(replays::find).map(ReplayRun::progress).flatMap(Readiness::report);
    if (report.isEmpty()) {
      return new ReadinessPoint(Point.REPLAY, OpenItem.REPLAY_MISSING, ReadinessPoint.NO_FIGURE);
    }
    long found = report.get().differenceCount() + report.get().controlFindings().size();
    boolean mended = report.get().repaired() && report.get().controlFindings().isEmpty();
    return new ReadinessPoint(
        Point.REPLAY, found == 0 || mended ? null : OpenItem.REPLAY_DIFFERS, Long.toString(found));
  }

  private static Optional<ReplayReport> report(ReplayProgress progress) {
    return Optional.ofNullable(progress.report());
  }

  private ReadinessPoint seal() {
    SealedBook book = sealed.getIfAvailable();
    if (book == null) {
      return new ReadinessPoint(Point.SEAL, OpenItem.SEAL_BEHIND, ReadinessPoint.NO_FIGURE);
    }
    try {
      Instant late = calendar.clock().instant().minus(SEALED_WITHIN);
      boolean behind = book.unsealedSince().filter(since -> since.isBefore(late)).isPresent();
      return new ReadinessPoint(
          Point.SEAL, behind ? OpenItem.SEAL_BEHIND : null, Long.toString(book.size()));
    } catch (HeadContradictedException | SealException contradicted) {
      return new ReadinessPoint(Point.SEAL, OpenItem.SEAL_BROKEN, ReadinessPoint.NO_FIGURE);
    }
  }
}
