package org.aidledger.api.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aidledger.api.export.Column;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.projections.audit.RefusalView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts refusals into words: which rule, which figures, who and where. */
@Component
public final class RefusalRows {

  /**
   * A refusal in words.
   *
   * @param rule the rule's name
   * @param said what the person was told, with the figures
   * @param fundCode and fundName absent if it was about no fund
   */
  public record Row(
      RefusalView refusal,
      String actor,
      String rule,
      String said,
      @Nullable String fundCode,
      @Nullable String fundName) {}

  private final ActorNames actors;
  private final FundQueries funds;
  private final ProblemTexts problems;

  RefusalRows(ActorNames actors, FundQueries funds, ProblemTexts problems) {
    this.actors = actors;
    this.funds = funds;
    this.problems = problems;
  }

  /** A page of refusals in words. */
  public Page<Row> of(Page<RefusalView> page, Texts texts) {
    List<RefusalView> items = page.items();
    Map<String, String> names =
        actors.names(
            items.stream()
                .map(RefusalView::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    Map<String, Optional<FundView>> known =
        items.stream()
            .map(RefusalView::fundId)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(id -> id, funds::one));
    return new Page<>(
        items.stream()
            .map(
                refusal ->
                    row(
                        refusal,
                        names,
                        known.getOrDefault(String.valueOf(refusal.fundId()), Optional.empty()),
                        texts))
            .toList(),
        page.next());
  }

  /** The name of a rule. */
  public String rule(String code, Locale locale) {
    return problems.title(code, locale);
  }

  private Row row(
      RefusalView refusal, Map<String, String> names, Optional<FundView> fund, Texts texts) {
    String actor = refusal.actor();
    Locale locale = texts.language().locale();
    return new Row(
        refusal,
        actor == null
            ? texts.get("trail.system")
            : names.getOrDefault(actor, texts.get("trail.unknownAccount")),
        rule(refusal.code(), locale),
        Arrays.stream(RuleCode.values())
            .filter(code -> code.name().equals(refusal.code()))
            .findFirst()
            .map(code -> Problem.of(new Refused(code, refusal.facts())))
            .map(problem -> problems.detail(problem, locale))
            .orElseGet(() -> refusal.facts().toString()),
        fund.map(FundView::code).orElse(null),
        fund.map(FundView::name).orElse(null));
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.time("export.recordedAt", row -> row.refusal.recordedAt()),
        Column.text("export.actor", 16, Row::actor),
        Column.text("export.rule", 20, Row::rule),
        Column.text("export.said", 60, Row::said),
        Column.text("export.fundCode", 16, Row::fundCode),
        Column.text("export.fund", 24, Row::fundName),
        Column.text("export.command", 22, row -> row.refusal.command()),
        Column.text("export.ruleCode", 26, row -> row.refusal.code()),
        Column.text("export.subject", 38, row -> row.refusal.subjectOfCommand()),
        Column.whole("export.position", row -> row.refusal.position()));
  }
}
