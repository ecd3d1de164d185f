package org.aidledger.api.web.audit;

import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.audit.ReplayDesk;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.core.account.Role;
import org.aidledger.projections.replay.ReplayInProgress;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayReport;
import org.aidledger.projections.replay.ReplayState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Builds the read models again from the first event, and shows live what differs. */
@Controller
@RequiresRole(Role.AUDITOR)
final class ReplayPage {

  /**
   * How far a replay is, for people.
   *
   * @param percent how much of the events is applied, from 0 to 100
   * @param matches absent while it runs
   */
  record Shown(
      String id,
      ReplayState state,
      String events,
      String total,
      String perSecond,
      int percent,
      @Nullable Boolean matches,
      @Nullable ReplayReport report,
      @Nullable String failure) {

    static Shown of(UUID id, ReplayProgress progress) {
      ReplayReport report = progress.report();
      long total = Math.max(progress.total(), 1);
      return new Shown(
          id.toString(),
          progress.state(),
          MoneyText.count(progress.events()),
          MoneyText.count(progress.total()),
          MoneyText.count(progress.eventsPerSecond()),
          (int) Math.min(100, progress.events() * 100 / total),
          report == null ? null : report.matches() && report.controlFindings().isEmpty(),
          report,
          progress.failure());
    }
  }

  private final ReplayDesk replays;

  ReplayPage(ReplayDesk replays) {
    this.replays = replays;
  }

  @GetMapping("/audit/replay")
  String show(Model model) {
    model.addAttribute("run", replays.latest().flatMap(this::shown).orElse(null));
    return "audit-replay";
  }

  /** Starts one, or shows the one that runs already. */
  @PostMapping("/audit/replay")
  String start() {
    try {
      replays.start();
    } catch (ReplayInProgress _) {
      // The page shows the one that somebody else has started.
    }
    return "redirect:/audit/replay";
  }

  /** The part of the page that changes, asked for by its script. */
  @GetMapping("/audit/replay/{replayId}")
  String state(@PathVariable UUID replayId, Model model) {
    model.addAttribute(
        "run",
        shown(replayId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    return "audit-replay :: run";
  }

  private Optional<Shown> shown(UUID id) {
    return replays.find(id).map(run -> Shown.of(id, run.progress()));
  }
}
