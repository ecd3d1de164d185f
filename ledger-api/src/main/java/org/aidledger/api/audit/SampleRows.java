package org.aidledger.api.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.aidledger.api.export.Column;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.sample.SampleView;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells of what was drawn whatever leads an auditor to the voucher: whose it is, under which
 * number, of which day. All of it as of the position that the sample was drawn behind, so that the
 * same sample reads the same later.
 */
@Component
public final class SampleRows {

  /**
   * A drawn item in words.
   *
   * @param kindCode DONATION, AID or REFUND
   * @param who the donor or payee, as far as the name can be read
   * @param reference 原始凭证号 of the donation or payout
   * @param bankReference 银行流水号 of the payment, absent of donations
   * @param entryNumber 流水号 of the entry that stands
   */
  public record Row(
      SampleView.Item item,
      String kindCode,
      String kind,
      String fundCode,
      String fundName,
      String who,
      @Nullable String reference,
      @Nullable String bankReference,
      @Nullable LocalDate effectiveOn,
      @Nullable Long entryNumber,
      String currency) {

    /** The page that tells everything of it. */
    public String door() {
      return (kindCode.equals(DONATION) ? "/donations/" : "/payouts/") + item.streamId();
    }
  }

  private static final String DONATION = "DONATION";

  /** Where a line stands that gave an item its amount. */
  private record Place(String streamId, long position) {}

  private final TrailQueries trail;
  private final FundDirectory funds;
  private final PersonalTexts personal;

  SampleRows(TrailQueries trail, FundDirectory funds, PersonalTexts personal) {
    this.trail = trail;
    this.funds = funds;
    this.personal = personal;
  }

  /** What was drawn, in the order of drawing. */
  public List<Row> of(SampleDesk.Drawn drawn, Texts texts) {
    List<SampleView.Item> items = drawn.sample().items();
    Map<Place, TrailLine> lines = lines(items);
    List<SealedText> people =
        lines.values().stream().map(TrailLine::person).filter(Objects::nonNull).distinct().toList();
    Map<SealedText, String> names = people.isEmpty() ? Map.of() : personal.names(people);
    return items.stream()
        .map(
            item -> {
              TrailLine line =
                  Objects.requireNonNull(lines.get(new Place(item.streamId(), item.latest())));
              return row(drawn.request().of(), item, line, names, texts);
            })
        .toList();
  }

  private Map<Place, TrailLine> lines(List<SampleView.Item> items) {
    Map<Place, TrailLine> lines = new HashMap<>();
    for (TrailLine line : trail.at(items.stream().map(SampleView.Item::latest).toList())) {
      Long amount = line.amount();
      // A correction has two lines; the one that takes back tells nothing of what stands.
      if (amount != null && amount > 0) {
        lines.put(new Place(line.streamId(), line.place().position()), line);
      }
    }
    return lines;
  }

  private Row row(
      SampleOf of,
      SampleView.Item item,
      TrailLine line,
      Map<SealedText, String> names,
      Texts texts) {
    FundOpened fund = funds.opened(FundId.of(item.fundId()));
    String kind = of == SampleOf.DONATIONS ? DONATION : line.facts().getOrDefault("kind", "AID");
    return new Row(
        item,
        kind,
        texts.word("kind", kind),
        fund.code(),
        fund.name(),
        who(line, names, texts),
        line.facts().get("reference"),
        line.facts().get("bankReference"),
        line.effectiveOn(),
        line.entryNumber(),
        line.currency());
  }

  private static String who(TrailLine line, Map<SealedText, String> names, Texts texts) {
    SealedText person = line.person();
    String unit = line.facts().get("donorOrganisation");
    if (person == null) {
      return unit == null ? texts.get("trail.anonymous") : unit;
    }
    String name = names.getOrDefault(person, texts.get("trail.destroyedName"));
    return unit == null ? name : texts.get("trail.donorOfUnit", name, unit);
  }

  static List<Column<Row>> columns() {
    return List.of(
        Column.text("export.kind", 8, Row::kind),
        Column.text("export.fundCode", 16, Row::fundCode),
        Column.text("export.fund", 24, Row::fundName),
        Column.wholeOrNone("export.entryNumber", Row::entryNumber),
        Column.day("export.effectiveOn", Row::effectiveOn),
        Column.text("samples.who", 24, Row::who),
        Column.text("export.reference", 24, Row::reference),
        Column.text("export.bankReference", 24, Row::bankReference),
        amount("export.amount", SampleView.Item::amount),
        Column.text("export.currency", 8, Row::currency),
        amount("samples.before", SampleView.Item::before),
        Column.whole("samples.hits", row -> row.item.hits()),
        Column.whole("export.position", row -> row.item.position()),
        Column.text("export.id", 38, row -> row.item.streamId()));
  }

  private static Column<Row> amount(String title, Function<SampleView.Item, Long> minor) {
    return Column.amount(title, row -> Money.of(minor.apply(row.item), row.currency));
  }
}
