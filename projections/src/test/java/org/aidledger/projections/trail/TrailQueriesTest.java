package org.aidledger.projections.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.history.History;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.writing.LedgerProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrailQueriesTest {

  private static final History HISTORY = History.of(31, 500);
  private static final DataSource DATA = TestDatabase.shared();

  private static List<TrailLine> all = List.of();
  private static String fund = "";

  private final TrailQueries trail = new TrailQueries(DATA);
  private final PositionQueries positions = new PositionQueries(DATA);

  @BeforeAll
  static void applyHistory() throws SQLException {
    TestDatabase.empty();
    TestDatabase.apply(DATA, new LedgerProjection(), ReadSchema.LIVE, HISTORY.events(), 1_000);
    all = WholeTrail.of(new TrailQueries(DATA), TrailFilter.all());
    fund =
        new FundQueries(DATA)
            .list(null, 500).items().stream()
                .max(Comparator.comparingLong(FundView::lastEntryNumber))
                .orElseThrow()
                .fundId();
  }

  @ParameterizedTest
  @EnumSource
  void pagesTogetherAreTheWholeTrail(Order order) {
    List<TrailLine> paged = new ArrayList<>();
    @Nullable Cursor next = null;
    do {
      Page<TrailLine> page = trail.page(TrailFilter.fund(fund), order, next, 17);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(17);
      paged.addAll(page.items());
      next = page.next() == null ? null : Cursor.parse(page.next().toString());
    } while (next != null);
    List<TrailLine> expected = new ArrayList<>(wanted(line -> line.fundId().equals(fund)));
    assertThat(expected).hasSizeGreaterThan(50);
    assertThat(paged)
        .containsExactlyElementsOf(order == Order.OLDEST_FIRST ? expected : expected.reversed());
  }

  @Test
  void filtersLetThroughWhatTheySay() {
    LocalDate from = LocalDate.of(2025, 12, 1);
    LocalDate to = LocalDate.of(2025, 12, 31);
    Instant early = HISTORY.events().get(100).recordedAt();
    Instant late = HISTORY.events().get(300).recordedAt();
    String actor = String.valueOf(HISTORY.events().getFirst().actor());
    check(TrailFilter.all().type("PayoutPaid"), line -> line.type().equals("PayoutPaid"));
    check(
        TrailFilter.all().effective(from, to),
        line ->
            line.effectiveOn() != null
                && !line.effectiveOn().isBefore(from)
                && !line.effectiveOn().isAfter(to));
    check(
        TrailFilter.all().recorded(early, late),
        line -> !line.recordedAt().isBefore(early) && !line.recordedAt().isAfter(late));
    check(
        TrailFilter.all().amount(1_000L, 20_000L),
        line ->
            line.amount() != null
                && Math.abs(line.amount()) >= 1_000
                && Math.abs(line.amount()) <= 20_000);
    check(TrailFilter.all().actor(actor), line -> actor.equals(line.actor()));
    check(
        TrailFilter.fund(fund).entriesOnly(true),
        line -> line.fundId().equals(fund) && line.entryNumber() != null);
    assertThat(trail.page(TrailFilter.fund("no id"), Order.OLDEST_FIRST, null, 5).items())
        .isEmpty();
  }

  @Test
  void everyEventOfAFundHasItsLine() {
    RecordedEvent transfer = first(FundsTransferred.class);
    assertThat(at(transfer))
        .extracting(TrailLine::movement)
        .containsExactly("TRANSFER_OUT", "TRANSFER_IN");
    RecordedEvent correction = first(DonationCorrected.class);
    DonationCorrected fact = (DonationCorrected) correction.payload();
    assertThat(at(correction))
        .extracting(TrailLine::amount)
        .containsExactly(-fact.amountBefore(), fact.amount());
    assertThat(at(correction))
        .extracting(TrailLine::entryNumber)
        .containsExactly(fact.entryNumber(), fact.entryNumber() + 1);
    assertThat(at(correction).getLast().text()).isEqualTo(fact.reason());
    assertThat(at(correction).getLast().person()).isEqualTo(fact.donor().person());
    assertThat(at(correction).getLast().facts()).containsKeys("source", "reference", "donorKind");
  }

  @Test
  void aStreamIsToldFromItsFirstEvent() {
    String donation = first(DonationCorrected.class).streamId();
    List<TrailLine> expected = wanted(line -> line.streamId().equals(donation));
    assertThat(expected).hasSizeGreaterThan(2);
    assertThat(trail.ofStream(donation)).containsExactlyElementsOf(expected);
    assertThat(trail.ofStream("x")).isEmpty();
  }

  @Test
  void aTimeBecomesThePositionOfTheLastLineRecordedByThen() {
    for (TrailLine line : all) {
      Instant time = line.recordedAt();
      long expected =
          all.stream()
              .filter(other -> !other.recordedAt().isAfter(time))
              .mapToLong(other -> other.place().position())
              .max()
              .orElse(-1);
      assertThat(positions.lastRecordedBy(time)).isEqualTo(expected);
    }
    assertThat(positions.lastRecordedBy(Instant.EPOCH)).isEqualTo(-1);
    assertThat(positions.lastRecordedBy(Instant.parse("2099-01-01T00:00:00Z")))
        .isEqualTo(all.getLast().place().position());
    assertThat(positions.applied()).isEqualTo(HISTORY.head());
  }

  @Test
  void aReferenceOrANumberFindsTheLine() {
    TrailLine line =
        all.stream().filter(one -> one.facts().containsKey("reference")).findFirst().orElseThrow();
    String reference = String.valueOf(line.facts().get("reference"));
    assertThat(WholeTrail.of(trail, TrailFilter.all().text(reference))).contains(line);
    assertThat(WholeTrail.of(trail, TrailFilter.all().text(String.valueOf(line.entryNumber()))))
        .contains(line);
    assertThat(WholeTrail.of(trail, TrailFilter.all().text("%"))).isEmpty();
    assertThat(WholeTrail.of(trail, TrailFilter.all().text("' or true; --"))).isEmpty();
  }

  @Test
  void pagesAreBounded() {
    assertThatThrownBy(() -> trail.page(TrailFilter.all(), Order.OLDEST_FIRST, null, 501))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cursor.parse("1.0; drop table live.fund"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void check(TrailFilter filter, Predicate<TrailLine> expected) {
    List<TrailLine> found = WholeTrail.of(trail, filter);
    assertThat(found).hasSizeBetween(1, all.size() - 1);
    assertThat(found).containsExactlyElementsOf(wanted(expected));
  }

  private static List<TrailLine> wanted(Predicate<TrailLine> predicate) {
    return all.stream().filter(predicate).toList();
  }

  private static List<TrailLine> at(RecordedEvent event) {
    return wanted(line -> line.place().position() == event.position());
  }

  private static RecordedEvent first(Class<?> type) {
    return HISTORY.events().stream()
        .filter(event -> type.isInstance(event.payload()))
        .findFirst()
        .orElseThrow();
  }
}
