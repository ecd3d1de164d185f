package org.aidledger.projections.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.Figure;
import org.aidledger.projections.FigureChange;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class TablesTest {

  static List<Table> tables() {
    return List.of(
        FundTable.TABLE,
        TrailTable.TABLE,
        DayTotalTable.TABLE,
        DonationTable.TABLE,
        PayoutTable.TABLE,
        PayoutBatchTable.TABLE,
        AccountTable.TABLE,
        TokenTable.TABLE,
        DocumentTable.TABLE,
        PeriodStepTable.TABLE,
        RefusalTable.TABLE,
        DataAccessTable.TABLE,
        KeyDestructionTable.TABLE);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void definitionsAreThoseOfTheDatabase(Table table) throws Exception {
    DataSource dataSource = TestDatabase.empty();
    List<@Nullable String> columns =
        JdbcClient.create(dataSource)
            .sql(
                """
                select column_name from information_schema.columns
                where table_schema = 'live' and table_name = ? order by ordinal_position""")
            .param(table.name())
            .query(String.class)
            .list();
    assertThat(columns).containsExactlyElementsOf(table.columnNames());
  }

  @Test
  void rowsComeBackAsTheyWentIn() throws Exception {
    UUID id = UUID.randomUUID();
    String awkward = "\"引号\" \\ {,} \t\n null ' 𝄞";
    Row row =
        RefusalTable.TABLE
            .row()
            .set(RefusalTable.POSITION, Long.MAX_VALUE)
            .set(RefusalTable.REFUSAL_ID, awkward)
            .set(RefusalTable.RECORDED_AT, Instant.parse("1969-12-31T23:59:59.123456Z"))
            .set(RefusalTable.COMMAND, "")
            .set(RefusalTable.CODE, "x".repeat(200_000))
            .set(RefusalTable.FUND_ID, id.toString())
            .set(RefusalTable.FACTS, "{\"a\": \"b\"}");
    try (Connection connection = TestDatabase.empty().getConnection()) {
      List<Row> read = new ArrayList<>();
      RefusalTable.TABLE.insert(connection, ReadSchema.LIVE, List.of(row));
      RefusalTable.TABLE.read(
          connection, ReadSchema.LIVE, RefusalTable.POSITION, Set.of(Long.MAX_VALUE), read::add);
      assertThat(read).singleElement().satisfies(back -> assertSame(RefusalTable.TABLE, back, row));

      row.set(RefusalTable.REFUSAL_ID, "NULL").set(RefusalTable.ACTOR, awkward);
      RefusalTable.TABLE.update(connection, ReadSchema.LIVE, List.of(row));
      RefusalTable.TABLE.read(
          connection, ReadSchema.LIVE, RefusalTable.POSITION, Set.of(Long.MAX_VALUE), read::add);
      assertSame(RefusalTable.TABLE, read.getLast(), row);
    }
  }

  @Test
  void daysBeforeAndAfterTheEpochComeBack() throws Exception {
    UUID fund = UUID.randomUUID();
    List<Row> rows = new ArrayList<>();
    for (LocalDate day : List.of(LocalDate.of(1900, 2, 28), LocalDate.of(9999, 12, 31))) {
      Row row =
          DayTotalTable.TABLE
              .row()
              .set(DayTotalTable.FUND_ID, fund)
              .set(DayTotalTable.EFFECTIVE_ON, day);
      DayTotalTable.FIGURES.forEach(figure -> row.set(figure, Long.MIN_VALUE / 2));
      rows.add(row);
    }
    try (Connection connection = TestDatabase.empty().getConnection()) {
      DayTotalTable.TABLE.insert(connection, ReadSchema.LIVE, rows.subList(0, 1));
      DayTotalTable.TABLE.add(connection, ReadSchema.LIVE, rows);
      List<Row> read = new ArrayList<>();
      DayTotalTable.TABLE.read(
          connection, ReadSchema.LIVE, DayTotalTable.FUND_ID, Set.of(fund), read::add);
      rows.getFirst().set(DayTotalTable.FIGURES.getFirst(), Long.MIN_VALUE);
      assertThat(read).hasSize(2);
      assertThat(read)
          .extracting(row -> row.need(DayTotalTable.EFFECTIVE_ON))
          .containsExactlyInAnyOrder(LocalDate.of(1900, 2, 28), LocalDate.of(9999, 12, 31));
      assertThat(read)
          .extracting(row -> row.need(DayTotalTable.FIGURES.getFirst()))
          .containsExactlyInAnyOrder(Long.MIN_VALUE, Long.MIN_VALUE / 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void figuresMoveAsTheDomainSays(Movement movement) {
    for (boolean refund : new boolean[] {false, true}) {
      long available = 0;
      long reserved = 0;
      for (FigureChange change : FigureChange.of(movement, refund)) {
        available += 7L * change.sign() * change.figure().inAvailable();
        reserved += change.figure() == Figure.RESERVED ? change.sign() * 7L : 0;
      }
      assertThat(available).isEqualTo(movement.onAvailable(7));
      assertThat(reserved).isEqualTo(movement.onReserved(7));
    }
  }

  private static void assertSame(Table table, Row actual, Row expected) {
    for (Column<?> column : table.columns()) {
      assertThat(actual.raw(column)).as(column.name()).isEqualTo(expected.raw(column));
    }
  }
}
