package org.aidledger.api.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.Positions;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.exception.ExceptionView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts exceptions into words, for the page and for files. */
@Component
public final class ExceptionRows {

  /** Facts that are amounts in the smallest unit of the currency. */
  static final List<String> AMOUNTS = List.of("total", "threshold");

  /**
   * An exception in words.
   *
   * @param fundCode and fundName absent if it spans several funds
   */
  record Row(
      ExceptionView exception,
      String kind,
      String sentence,
      @Nullable String fundCode,
      @Nullable String fundName) {}

  private final ActorNames names;
  private final FundQueries funds;

  ExceptionRows(ActorNames names, FundQueries funds) {
    this.names = names;
    this.funds = funds;
  }

  /** What an exception says. */
  public String sentence(ExceptionView one, Texts texts) {
    String sentence = "exception.sentence." + one.kind();
    return texts.fill(sentence, facts(one, texts));
  }

  Row of(ExceptionView one, Texts texts) {
    Optional<FundView> fund = Optional.ofNullable(one.fundId()).flatMap(funds::one);
    return new Row(
        one,
        texts.word("exception", one.kind().name()),
        sentence(one, texts),
        fund.map(FundView::code).orElse(null),
        fund.map(FundView::name).orElse(null));
  }

  private Map<String, String> facts(ExceptionView one, Texts texts) {
    Map<String, String> facts = new HashMap<>(one.facts());
    String currency = facts.getOrDefault("currency", "CNY");
    AMOUNTS.forEach(
        name ->
            facts.computeIfPresent(
                name, (_, minor) -> texts.money(Long.parseLong(minor), currency)));
    facts.computeIfPresent("channel", (name, code) -> texts.word(name, code));
    facts.computeIfPresent("actor", (_, id) -> names.nameOrUnknown(id, texts));
    // The rule says [1, 2]; brackets are a programmer's, and Chinese has a comma of its own.
    facts.computeIfPresent(
        "counts",
        (_, list) ->
            list.substring(1, list.length() - 1).replace(", ", texts.get("list.separator")));
    facts.put("events", Long.toString(one.events()));
    return facts;
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.text("export.rule", 20, Row::kind),
        Column.text("export.summary", 60, Row::sentence),
        Column.text("export.fundCode", 16, Row::fundCode),
        Column.text("export.fund", 24, Row::fundName),
        Column.whole("exceptions.events", row -> row.exception.events()),
        Column.text("export.positions", 40, row -> Positions.joined(row.exception.positions())),
        Column.text("export.ruleCode", 20, row -> row.exception.kind().name()));
  }
}
