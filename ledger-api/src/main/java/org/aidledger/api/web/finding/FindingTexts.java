package org.aidledger.api.web.finding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.finding.FindingStep;
import org.aidledger.projections.finding.FindingView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Findings in words. */
@Component
final class FindingTexts {

  /**
   * A finding.
   *
   * @param fundName absent if it is about the organisation as a whole
   * @param severityTone and stateTone of the badges
   */
  record Row(
      String findingId,
      String organisation,
      @Nullable String fundId,
      @Nullable String fundName,
      String severity,
      String severityTone,
      @Nullable String kind,
      String stateCode,
      String state,
      String stateTone,
      String text,
      String raisedBy,
      String raisedAt,
      int events) {}

  /** One thing that was said about it. */
  record StepRow(String what, String text, String by, String at) {}

  private final ActorNames names;
  private final PersonalTexts personal;
  private final FundQueries funds;
  private final Clock clock;

  FindingTexts(ActorNames names, PersonalTexts personal, FundQueries funds, Clock clock) {
    this.names = names;
    this.personal = personal;
    this.funds = funds;
    this.clock = clock;
  }

  List<Row> rows(List<FindingView> findings, Texts texts) {
    Map<SealedText, String> opened =
        findings.isEmpty()
            ? Map.of()
            : personal.texts(findings.stream().map(FindingView::text).toList());
    List<Row> rows = new ArrayList<>(findings.size());
    for (FindingView found : findings) {
      rows.add(row(found, opened, texts));
    }
    return rows;
  }

  List<StepRow> steps(List<FindingStep> steps, Texts texts) {
    Map<SealedText, String> opened = personal.texts(steps.stream().map(FindingStep::text).toList());
    return steps.stream()
        .map(
            step ->
                new StepRow(
                    texts.word("event", step.type()),
                    opened.getOrDefault(step.text(), texts.get("trail.destroyedText")),
                    name(step.actor(), texts),
                    Times.second(step.recordedAt(), clock.getZone())))
        .toList();
  }

  private Row row(FindingView found, Map<SealedText, String> opened, Texts texts) {
    Optional<FundView> fund = Optional.ofNullable(found.fundId()).flatMap(funds::one);
    String kind = found.exceptionKind();
    return new Row(
        found.findingId(),
        found.organisation(),
        found.fundId(),
        fund.map(FundView::name).orElse(null),
        texts.word("severity", found.severity().name()),
        tone(found.severity()),
        kind == null ? null : texts.getOr("word.exception." + kind, kind),
        found.state().name(),
        texts.word("findingState", found.state().name()),
        tone(found.state()),
        opened.getOrDefault(found.text(), texts.get("trail.destroyedText")),
        name(found.raisedBy(), texts),
        Times.second(found.raisedAt(), clock.getZone()),
        found.positions().size());
  }

  private String name(String accountId, Texts texts) {
    return names.nameOrUnknown(accountId, texts);
  }

  private static String tone(Severity severity) {
    return switch (severity) {
      case LOW -> "";
      case MEDIUM -> "waiting";
      case HIGH -> "bad";
    };
  }

  private static String tone(FindingState state) {
    return switch (state) {
      // Waiting is amber; red is for what is wrong, which the severity says.
      case RAISED, ANSWERED -> "waiting";
      case CLOSED -> "done";
    };
  }
}
