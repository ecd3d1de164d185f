package org.aidledger.api.finding;

import java.util.List;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.json.Values;
import org.aidledger.api.person.People;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.projections.finding.FindingFilter;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.finding.FindingView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Findings: auditors raise and close them, finance staff answer, the rest of the office reads. */
@RestController
@RequestMapping("/api/v1/audit/findings")
class FindingController {

  private final FindingDesk desk;
  private final FindingQueries findings;
  private final People people;

  FindingController(FindingDesk desk, FindingQueries findings, People people) {
    this.desk = desk;
    this.findings = findings;
    this.people = people;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.AUDITOR})
  FindingList list(
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String limit) {
    Page<FindingView> page =
        findings.list(
            filter(organisation, fundId, state, severity),
            Order.OLDEST_FIRST,
            ListParameters.cursor(cursor),
            ListParameters.limit(limit));
    return new FindingList(
        page.items().stream().map(found -> FindingItem.of(found, text(found), null)).toList(),
        ListParameters.next(page.next()));
  }

  /** What a list or a file is narrowed to. */
  static FindingFilter filter(
      @Nullable String organisation,
      @Nullable UUID fundId,
      @Nullable String state,
      @Nullable String severity) {
    return new FindingFilter(
        organisation,
        fundId == null ? null : fundId.toString(),
        state == null ? null : Values.choice("state", state, FindingState.class).name(),
        severity == null ? null : Values.choice("severity", severity, Severity.class).name());
  }

  @GetMapping("/{findingId}")
  @RequiresRole({Role.FINANCE, Role.AUDITOR})
  FindingItem one(@PathVariable UUID findingId) {
    FindingView found = desk.find(findingId);
    return FindingItem.of(
        found,
        text(found),
        findings.steps(found.findingId()).stream()
            .map(
                step ->
                    new FindingItem.Step(
                        step.position(),
                        step.type(),
                        step.recordedAt(),
                        step.actor(),
                        people.openText(step.text()).orElse(null)))
            .toList());
  }

  @PostMapping
  @RequiresRole(Role.AUDITOR)
  ResponseEntity<FindingDone> raise(@JsonBody(Raising.class) Shape body, Actor actor) {
    FindingDone done = desk.raise(body, actor);
    return Positioned.created("/api/v1/audit/findings/" + done.findingId(), done, done.position());
  }

  @PostMapping("/{findingId}/answers")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<FindingDone> answer(
      @PathVariable UUID findingId, @JsonBody(Answering.class) Shape body, Actor actor) {
    FindingDone done = desk.answer(findingId, body, actor);
    return Positioned.ok(done, done.position());
  }

  @PostMapping("/{findingId}/closure")
  @RequiresRole(Role.AUDITOR)
  ResponseEntity<FindingDone> close(
      @PathVariable UUID findingId, @JsonBody(Closing.class) Shape body, Actor actor) {
    FindingDone done = desk.close(findingId, body, actor);
    return Positioned.ok(done, done.position());
  }

  private @Nullable String text(FindingView found) {
    return people.openText(found.text()).orElse(null);
  }

  /** A page of findings in the order in which they were raised; next is absent on the last one. */
  record FindingList(List<FindingItem> items, @Nullable String next) {}

  /** The body of a new finding: about a fund, or about an organisation as a whole. */
  record Raising(
      @Nullable String fundId,
      @Nullable String organisation,
      String severity,
      @Nullable String exceptionKind,
      @Nullable List<Long> positions,
      String text) {}

  /** The body of an answer. */
  record Answering(String answer) {}

  /** The body of a closure. */
  record Closing(String conclusion) {}
}
