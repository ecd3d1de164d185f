package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.projections.replay.Difference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest extends ReplayFixture {

  /** Each table with a column, and a way to alter it. */
  static Stream<List<String>> alterations() {
    return Stream.of(
        List.of("projection", "position", "position + 1000"),
        List.of("fund", "paid", "paid + 1"),
        List.of("fund", "pending_proposed_by", "coalesce(pending_proposed_by, '') || 'x'"),
        List.of("trail", "amount", "coalesce(amount, 0) + 1"),
        List.of("trail", "facts", "facts || '{\"x\": \"y\"}'"),
        List.of("trail", "person_sealed", "'forged'"),
        List.of("span", "received", "received - 1"),
        List.of("day_total", "other_income", "other_income + 1"),
        List.of("donation", "status", "status || '!'"),
        List.of("donation", "document_hash", "'forged'"),
        List.of("payout", "approvals", "'[{}]'::jsonb"),
        List.of("payout", "paid_on", "coalesce(paid_on, '2000-01-01') + 1"),
        List.of("payout_batch", "count", "count + 1"),
        List.of("account", "roles", "'[\"ADMIN\"]'::jsonb"),
        List.of("token", "revoked", "not revoked"),
        List.of("refusal", "code", "'FORGED'"),
        List.of("data_access", "actor", "null"),
        List.of("key_destruction", "state", "'FORGED'"));
  }

  @Test
  void equalCopiesMatch() throws Exception {
    ReplayReport report = replay(false);
    assertThat(report.matches()).isTrue();
    assertThat(report.position()).isEqualTo(HISTORY.head());
    assertThat(report.controlFindings()).isEmpty();
    assertThat(report.tables())
        .hasSize(17)
        .allSatisfy(table -> assertThat(table.live()).isPositive().isEqualTo(table.rebuilt()));
  }

  @ParameterizedTest
  @MethodSource("alterations")
  void anAlteredRowIsNamedAndMended(List<String> alteration) throws Exception {
    String table = alteration.get(0);
    String column = alteration.get(1);
    change(
        "update live.%1$s set %2$s = %3$s where ctid = (select min(ctid) from live.%1$s)"
            .formatted(table, column, alteration.get(2)));

    ReplayReport report = replay(true);

    assertThat(report.differenceCount()).isEqualTo(1);
    Difference difference = report.differences().getFirst();
    assertThat(difference.table()).isEqualTo(table);
    assertThat(difference.column()).isEqualTo(column);
    assertThat(difference.kind()).isEqualTo(Kind.ALTERED);
    assertThat(difference.live()).isNotEqualTo(difference.rebuilt());
    assertThat(report.repaired()).isTrue();
    assertThat(replay(false).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projection",
        "fund",
        "trail",
        "span",
        "day_total",
        "donation",
        "payout",
        "payout_batch",
        "account",
        "token",
        "refusal",
        "data_access",
        "key_destruction"
      })
  void deletedAndInsertedRowsAreNamedAndMended(String table) throws Exception {
    change("create table public.kept as select * from live.%s limit 1".formatted(table));
    change("delete from live.%1$s where ctid = (select min(ctid) from live.%1$s)".formatted(table));
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.table()).isEqualTo(table);
              assertThat(difference.kind()).isEqualTo(Kind.MISSING);
              assertThat(difference.key()).contains("=");
            });
    change("update public.kept set %s".formatted(otherKey(table)));
    change("insert into live.%s select * from public.kept".formatted(table));
    change("drop table public.kept");
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.table()).isEqualTo(table);
              assertThat(difference.kind()).isEqualTo(Kind.SURPLUS);
            });
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void manyDifferencesAreCountedAndTheFirstThousandListed() throws Exception {
    change("update live.trail set balance_after = balance_after + 1, actor = 'x'");
    ReplayReport report = replay(true);
    long rows = rows(report, "trail");
    assertThat(report.differenceCount()).isEqualTo(2 * rows);
    assertThat(report.differences()).hasSize(1_000);
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void aTableOfAnotherShapeIsNamedAndMended() throws Exception {
    change("alter table live.token add column secret text");
    assertThat(replay(true).differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Kind.SHAPE));
    assertThat(replay(false).matches()).isTrue();
  }

  private static long rows(ReplayReport report, String table) {
    return report.tables().stream()
        .filter(count -> count.table().equals(table))
        .findFirst()
        .orElseThrow()
        .rebuilt();
  }

  private static String otherKey(String table) {
    String id = "'00000000-0000-4000-8000-000000000000'";
    return switch (table) {
      case "projection" -> "name = 'other'";
      case "trail" -> "line = 99";
      case "span", "day_total" -> "effective_on = '1999-01-01'";
      case "refusal", "data_access" -> "position = 1000000";
      case "key_destruction" -> "subject_id = " + id;
      case "payout_batch" -> "batch_id = " + id;
      default -> table + "_id = " + id;
    };
  }
}
