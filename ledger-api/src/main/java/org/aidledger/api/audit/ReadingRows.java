package org.aidledger.api.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.audit.DataAccessView;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts readings of personal data into words, without a word about the person. */
@Component
public final class ReadingRows {

  /**
   * A reading in words.
   *
   * @param what which of the person's data
   * @param reference of the payout for which it was read, absent if for none
   * @param fundId of that payout
   */
  public record Row(
      DataAccessView reading,
      String actor,
      String what,
      @Nullable String reference,
      @Nullable String fundId) {}

  private final ActorNames actors;
  private final PayoutQueries payouts;

  ReadingRows(ActorNames actors, PayoutQueries payouts) {
    this.actors = actors;
    this.payouts = payouts;
  }

  /** A page of readings in words. */
  public Page<Row> of(Page<DataAccessView> page, Texts texts) {
    Map<String, String> names =
        actors.names(
            page.items().stream()
                .map(DataAccessView::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return new Page<>(
        page.items().stream().map(reading -> row(reading, names, texts)).toList(), page.next());
  }

  private Row row(DataAccessView reading, Map<String, String> names, Texts texts) {
    String actor = reading.actor();
    PayoutView payout = payouts.one(reading.context()).orElse(null);
    return new Row(
        reading,
        actor == null
            ? texts.get("trail.system")
            : names.getOrDefault(actor, texts.get("trail.unknownAccount")),
        texts.word("personal", reading.field()),
        payout == null ? null : payout.reference(),
        payout == null ? null : payout.fundId());
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.time("export.recordedAt", row -> row.reading.recordedAt()),
        Column.text("export.actor", 16, Row::actor),
        Column.text("export.read", 16, Row::what),
        Column.text("export.readFor", 24, Row::reference),
        Column.text("export.person", 38, row -> row.reading.subjectId()),
        Column.text("export.context", 38, row -> row.reading.context()),
        Column.whole("export.position", row -> row.reading.position()));
  }
}
