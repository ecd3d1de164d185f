package org.aidledger.api.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Positions;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.finding.FindingStep;
import org.aidledger.projections.finding.FindingView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Findings with everything that was said about them, for a file. */
@Component
final class FindingRows {

  /**
   * A finding in words.
   *
   * @param answer all answers, one a line; absent while there is none
   * @param conclusion absent while it is open
   */
  record Row(
      FindingView finding,
      @Nullable String fundCode,
      @Nullable String fundName,
      String severity,
      String state,
      @Nullable String kind,
      String text,
      String raisedBy,
      @Nullable String answer,
      @Nullable String answeredBy,
      @Nullable String conclusion,
      @Nullable String closedBy) {}

  private final FindingQueries findings;
  private final FundQueries funds;
  private final ActorNames names;
  private final PersonalTexts personal;

  FindingRows(
      FindingQueries findings, FundQueries funds, ActorNames names, PersonalTexts personal) {
    this.findings = findings;
    this.funds = funds;
    this.names = names;
    this.personal = personal;
  }

  /** A page of findings in words. */
  Page<Row> of(Page<FindingView> page, Texts texts) {
    List<FindingView> found = page.items();
    Map<String, List<FindingStep>> steps =
        findings.steps(found.stream().map(FindingView::findingId).toList());
    Map<SealedText, String> opened =
        personal.texts(
            Stream.concat(
                    found.stream().map(FindingView::text),
                    steps.values().stream().flatMap(List::stream).map(FindingStep::text))
                .distinct()
                .toList());
    return new Page<>(
        found.stream()
            .map(one -> row(one, steps.getOrDefault(one.findingId(), List.of()), opened, texts))
            .toList(),
        page.next());
  }

  private Row row(
      FindingView found, List<FindingStep> steps, Map<SealedText, String> opened, Texts texts) {
    Optional<FundView> fund = Optional.ofNullable(found.fundId()).flatMap(funds::one);
    String kind = found.exceptionKind();
    return new Row(
        found,
        fund.map(FundView::code).orElse(null),
        fund.map(FundView::name).orElse(null),
        texts.word("severity", found.severity().name()),
        texts.word("findingState", found.state().name()),
        kind == null ? null : texts.word("exception", kind),
        text(found.text(), opened, texts),
        names.nameOrUnknown(found.raisedBy(), texts),
        said(steps, FindingAnswered.class, opened, texts),
        nameOrNone(found.answeredBy(), texts),
        said(steps, FindingClosed.class, opened, texts),
        nameOrNone(found.closedBy(), texts));
  }

  private static @Nullable String said(
      List<FindingStep> steps, Class<?> event, Map<SealedText, String> opened, Texts texts) {
    String said =
        steps.stream()
            .filter(step -> step.type().equals(event.getSimpleName()))
            .map(step -> text(step.text(), opened, texts))
            .collect(Collectors.joining("\n"));
    return said.isEmpty() ? null : said;
  }

  private static String text(SealedText sealed, Map<SealedText, String> opened, Texts texts) {
    return opened.getOrDefault(sealed, texts.get("trail.destroyedText"));
  }

  private @Nullable String nameOrNone(@Nullable String accountId, Texts texts) {
    return accountId == null ? null : names.nameOrUnknown(accountId, texts);
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.time("export.recordedAt", row -> row.finding.raisedAt()),
        Column.text("export.organisation", 20, row -> row.finding.organisation()),
        Column.text("export.fundCode", 16, Row::fundCode),
        Column.text("export.fund", 24, Row::fundName),
        Column.text("finding.what", 48, Row::text),
        Column.text("field.severity", 10, Row::severity),
        Column.text("export.state", 12, Row::state),
        Column.text("export.rule", 20, Row::kind),
        Column.text("finding.raisedBy", 16, Row::raisedBy),
        Column.text("export.answer", 48, Row::answer),
        Column.text("export.answeredBy", 16, Row::answeredBy),
        Column.time("export.answeredAt", row -> row.finding.answeredAt()),
        Column.text("export.conclusion", 48, Row::conclusion),
        Column.text("export.closedBy", 16, Row::closedBy),
        Column.time("export.closedAt", row -> row.finding.closedAt()),
        Column.text("export.positions", 24, row -> Positions.joined(row.finding.positions())),
        Column.whole("export.position", row -> row.finding.position()),
        Column.text("export.id", 38, row -> row.finding.findingId()));
  }
}
