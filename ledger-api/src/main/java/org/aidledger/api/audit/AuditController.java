package org.aidledger.api.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.projections.audit.ControlFinding;
import org.aidledger.projections.audit.DataAccessView;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.audit.RefusalQueries;
import org.aidledger.projections.audit.RefusalView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.replay.Difference;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayReport;
import org.aidledger.projections.replay.ReplayState;
import org.aidledger.projections.replay.TableCount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What only auditors see and do. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class AuditController {

  private final RefusalQueries refusals;
  private final PrivacyQueries privacy;
  private final ReplayDesk replays;

  AuditController(RefusalQueries refusals, PrivacyQueries privacy, ReplayDesk replays) {
    this.refusals = refusals;
    this.privacy = privacy;
    this.replays = replays;
  }

  @GetMapping("/refusals")
  Items<RefusalView> refusals(
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    return Items.of(
        refusals.list(
            code,
            fundId == null ? null : fundId.toString(),
            actor == null ? null : actor.toString(),
            Order.OLDEST_FIRST,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit)));
  }

  @GetMapping("/readings")
  Items<DataAccessView> readings(
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    return Items.of(
        privacy.readings(
            null,
            null,
            Order.OLDEST_FIRST,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit)));
  }

  @BesideTheBook
  @PostMapping("/replays")
  ResponseEntity<Map<String, String>> startReplay() {
    UUID id = replays.start();
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/audit/replays/" + id)
        .body(Map.of("replayId", id.toString()));
  }

  @GetMapping("/replays/{replayId}")
  ReplayAnswer oneReplay(@PathVariable UUID replayId) {
    return replays
        .find(replayId)
        .map(run -> ReplayAnswer.of(replayId, run.progress()))
        .orElseThrow(() -> ApiProblem.notFound("replay"));
  }

  /** A page of a list; next is absent on the last one. */
  record Items<T>(List<T> items, @Nullable String next) {

    static <T> Items<T> of(Page<T> page) {
      return new Items<>(page.items(), ListParameters.next(page.next()));
    }
  }

  /**
   * How far a replay is, and what it found.
   *
   * @param matches whether the live read models are what the events say, and every control total
   *     adds up; absent while it runs
   * @param differences the first 1,000 of them
   */
  record ReplayAnswer(
      String replayId,
      ReplayState state,
      long events,
      long total,
      long eventsPerSecond,
      @Nullable Boolean matches,
      long differenceCount,
      List<Difference> differences,
      List<ControlFinding> controlFindings,
      List<TableCount> tables,
      @Nullable Long position,
      @Nullable String failure) {

    static ReplayAnswer of(UUID id, ReplayProgress progress) {
      ReplayReport report = progress.report();
      return new ReplayAnswer(
          id.toString(),
          progress.state(),
          progress.events(),
          progress.total(),
          progress.eventsPerSecond(),
          report == null ? null : report.matches() && report.controlFindings().isEmpty(),
          report == null ? 0 : report.differenceCount(),
          report == null ? List.of() : report.differences(),
          report == null ? List.of() : report.controlFindings(),
          report == null ? List.of() : report.tables(),
          report == null ? null : report.position(),
          progress.failure());
    }
  }
}
