package org.aidledger.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.aidledger.projections.ReadModelSchema;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.Spans;
import org.aidledger.projections.history.ListSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a start makes of the read models that an earlier run has left. */
class RenewalTest extends ReplayFixture {

  private final List<Long> told = new ArrayList<>();

  private boolean renew() throws SQLException {
    return new Renewal(dataSource, PROJECTION, new ListSource(HISTORY.events())).renew(told::add);
  }

  @AfterEach
  void theReadModelsAreWhatAReplayMakes() throws SQLException {
    assertThat(replay(false).matches()).isTrue();
  }

  @Test
  void whatIsCurrentIsLeftAlone() throws SQLException {
    renew();
    told.clear();
    change("update live.fund set name = name || '!'");
    assertThat(renew()).isFalse();
    assertThat(told).isEmpty();
    assertThat(replay(true).repaired()).as("the edit was not thrown away").isTrue();
  }

  @Test
  void tablesOfAnotherVersionAreBuiltAgain() throws SQLException {
    change("alter table live.trail drop column facts");
    change("comment on schema live is 'another version'");
    assertThat(renew()).isTrue();
    assertThat(told.getLast()).isEqualTo(HISTORY.events().size() - 1L);
  }

  @Test
  void spansOfOtherLengthsAreAnotherVersion() {
    assertThat(ReadModelSchema.ddl(ReadSchema.LIVE))
        .as("what tells one version from another")
        .contains(Spans.STANDARD.shifts().toString());
  }

  @Test
  void aCopyThatLostItsPositionIsBuiltAgain() throws SQLException {
    change("delete from live.projection");
    assertThat(renew()).isTrue();
  }

  @Test
  void aRenewalThatWasInterruptedGoesOn() throws SQLException {
    change("drop schema live cascade");
    try (Connection connection = dataSource.getConnection()) {
      ReadModelSchema.create(connection, ReadSchema.LIVE);
      PROJECTION.apply(connection, ReadSchema.LIVE, HISTORY.events().subList(0, 100));
    }
    assertThat(renew()).isFalse();
    assertThat(told).isNotEmpty();
  }

  @Test
  void ofTwoProcessesOneRenewsAndTheOtherFindsItDone() throws Exception {
    change("comment on schema live is 'another version'");
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Boolean> one = threads.submit(this::renew);
      Future<Boolean> other = threads.submit(this::renew);
      assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
    }
  }
}
