package org.aidledger.projections.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.Figure;
import org.aidledger.projections.FigureChange;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.TestDatabase;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.history.History;
import org.aidledger.projections.writing.LedgerProjection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrailGroupTest {

  @ParameterizedTest
  @ValueSource(longs = {7, 20_260_519})
  void eachFigureOfAFundIsTheSumOfTheLinesOfItsGroup(long seed) throws SQLException {
    DataSource database = TestDatabase.empty();
    TestDatabase.apply(
        database, new LedgerProjection(), ReadSchema.LIVE, History.of(seed, 300).events(), 500);
    TrailQueries trail = new TrailQueries(database);
    List<FundView> funds = new FundQueries(database).list(null, 500).items();
    assertThat(funds).isNotEmpty();
    EnumSet<Figure> moved = EnumSet.noneOf(Figure.class);
    for (FundView fund : funds) {
      for (Figure figure : Figure.values()) {
        long[] sum = {0};
        WholeTrail.of(trail, TrailFilter.fund(fund.fundId()).group(TrailGroup.of(figure)))
            .forEach(line -> sum[0] += change(line, figure));
        assertThat(sum[0])
            .as("%s of %s", figure, fund.code())
            .isEqualTo(fund.figures().toArray()[figure.place()]);
        if (sum[0] != 0) {
          moved.add(figure);
        }
      }
    }
    assertThat(moved).hasSizeGreaterThan(5);
  }

  /** Fails for a line that does not touch the figure at all. */
  private static long change(TrailLine line, Figure figure) {
    Movement movement = Movement.valueOf(String.valueOf(line.movement()));
    int sign =
        FigureChange.of(movement, line.refund()).stream()
            .filter(change -> change.figure() == figure)
            .findFirst()
            .orElseThrow()
            .sign();
    Long amount = line.amount();
    assertThat(amount).isNotNull();
    return amount == null ? 0 : sign * amount;
  }
}
