package org.aidledger.projections.sample;

import static org.aidledger.projections.Book.ANONYMOUS;
import static org.aidledger.projections.Book.DAY;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.donation;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.payout;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.projections.Book;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What monetary-unit sampling promises, over books out of a seed. */
class SampleQueriesTest {

  static LongStream seeds() {
    return LongStream.range(1, 6);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyUnitIsEquallyLikelyAndLargeItemsAreAlwaysDrawn(long seed) throws SQLException {
    Random random = new Random(seed);
    Book book = Book.withFund();
    Map<String, Long> amounts = new HashMap<>();
    int items = 5 + random.nextInt(20);
    for (int i = 0; i < items; i++) {
      long amount = 1L + random.nextInt(random.nextInt(4) == 0 ? 200 : 9);
      book.then("Donation", id(100 + i), donation(100 + i, i + 1, amount));
      amounts.put(id(100 + i), amount);
    }
    SampleQueries samples = new SampleQueries(book.applied());
    int size = 1 + random.nextInt(10);
    SampleRequest request = request(SampleOf.DONATIONS, 9_999, size, "seed " + seed);
    long total = amounts.values().stream().mapToLong(Long::longValue).sum();

    SampleView drawn = samples.draw(request);
    assertThat(samples.draw(request)).as("drawn again").isEqualTo(drawn);
    assertThat(drawn.population()).isEqualTo(items);
    assertThat(drawn.total()).isEqualTo(total);
    assertThat(drawn.interval()).isEqualTo(Math.ceilDiv(total, size));
    assertThat(drawn.items()).hasSizeLessThanOrEqualTo(size);

    SampleView all = samples.population(request);
    Map<String, Long> hits = new HashMap<>();
    for (long start = 1; start <= drawn.interval(); start++) {
      SampleView one = samples.draw(request, all, drawn.interval(), start);
      List<String> names = one.items().stream().map(SampleView.Item::streamId).toList();
      amounts.forEach(
          (item, amount) -> {
            if (amount >= drawn.interval()) {
              assertThat(names).contains(item);
            }
          });
      assertThat(one.items().stream().mapToLong(SampleView.Item::hits).sum())
          .isEqualTo((total - start) / drawn.interval() + (total >= start ? 1 : 0));
      one.items().forEach(item -> hits.merge(item.streamId(), item.hits(), Long::sum));
    }
    // Each unit is drawn by exactly one start, so an item is drawn as often as it has units.
    assertThat(hits).isEqualTo(amounts);
  }

  @Test
  void whatIsRecordedLaterDoesNotChangeAnEarlierSample() throws SQLException {
    Book book =
        Book.withFund()
            .then("Donation", id(100), donation(100, 1, 1_000))
            .then("Donation", id(101), donation(101, 2, 500));
    SampleRequest then = request(SampleOf.DONATIONS, 2, 10, "audit");
    SampleView before = new SampleQueries(book.applied()).draw(then);
    book.then("Donation", id(102), donation(102, 3, 5_000))
        .then(
            "Donation",
            id(100),
            new DonationCorrected(
                id(100), FUND, 4, 1_000, DAY, 100, DAY.minusDays(1), ANONYMOUS, sealed(8)))
        .then("Donation", id(101), new DonationReversed(id(101), FUND, 6, 500, DAY, sealed(8)));
    SampleQueries samples = new SampleQueries(book.applied());
    assertThat(samples.draw(then)).isEqualTo(before);
    SampleView now = samples.draw(request(SampleOf.DONATIONS, 9, 10, "audit"));
    assertThat(now.population()).isEqualTo(2);
    assertThat(now.total()).isEqualTo(5_100);
    assertThat(before.items()).isNotEmpty().allMatch(item -> item.latest() == item.position());
    SampleRequest behind = request(SampleOf.DONATIONS, 9, 10, "audit");
    assertThat(samples.draw(behind, now, 100, 100).items().getFirst())
        .as("what was corrected is ordered by where it came first, and stands where it was mended")
        .isEqualTo(new SampleView.Item(id(100), FUND, 1, 4, 100, 0, 1));
    assertThat(samples.draw(request(SampleOf.PAYOUTS, 9, 10, "audit")))
        .isEqualTo(new SampleView(0, 0, 0, 0, List.of()));
  }

  @Test
  void theSelectionIsTheOneThatTheVectorSays() throws SQLException, IOException {
    JsonNode vector =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("../docs/evidence/vectors/samples.json")))
            .path("selection");
    Book book = Book.withFund();
    int items = vector.path("amounts").size();
    for (int i = 0; i < items; i++) {
      book.then(
          "Donation",
          id(100 + i),
          donation(100 + i, i + 1, vector.path("amounts").path(i).asLong()));
    }
    SampleQueries samples = new SampleQueries(book.applied());
    SampleRequest request = request(SampleOf.DONATIONS, 99, 1, "unused");
    SampleView drawn =
        samples.draw(
            request,
            samples.population(request),
            vector.path("interval").asLong(),
            vector.path("start").asLong());
    Map<String, Long> expected = new HashMap<>();
    for (int i = 0; i < items; i++) {
      long hits = vector.path("hits").path(i).asLong();
      if (hits > 0) {
        expected.put(id(100 + i), hits);
      }
    }
    Map<String, Long> hits = new HashMap<>();
    drawn.items().forEach(item -> hits.put(item.streamId(), item.hits()));
    assertThat(hits).isEqualTo(expected);
  }

  @Test
  void aPayoutThatCameBackIsNotDrawn() throws SQLException {
    Book book = Book.withFund();
    for (int i : new int[] {50, 51}) {
      book.then("Payout", id(i), payout(i, 6, 500))
          .then("Payout", id(i), new PayoutApproved(id(i), FUND, "a", 1, true, 500, DAY, (long) i))
          .then("Payout", id(i), new PayoutPaid(id(i), FUND, "AID", 500, DAY, "b", "c", i + 10));
    }
    book.then("Payout", id(50), new PayoutReturned(id(50), FUND, "AID", 500, DAY, sealed(8), 90));
    DataSource db = book.applied();
    SampleView drawn = new SampleQueries(db).draw(request(SampleOf.PAYOUTS, 99, 1, "audit"));
    assertThat(drawn.items()).containsExactly(new SampleView.Item(id(51), FUND, 6, 6, 500, 0, 1));
  }

  private static SampleRequest request(SampleOf of, long position, int size, String seed) {
    return new SampleRequest(of, FUND, null, "CNY", DAY.minusDays(1), DAY, position, size, seed);
  }
}
