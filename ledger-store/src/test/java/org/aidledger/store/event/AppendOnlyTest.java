package org.aidledger.store.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set payload = '{}'",
        "delete from ledger.event",
        "delete from ledger.event where false",
        "truncate ledger.event",
        "set session_replication_role = replica; delete from ledger.event"
      })
  void theBookRefusesToBeChanged(String sql) {
    try (TestDatabase database = TestDatabase.create();
        AppendLane lane = new AppendLane(database.pool())) {
      lane.append(Rows.rows(UUID.randomUUID(), 0, 1));

      assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining("append-only");
      assertThat(database.number("select count(*) from ledger.event")).isOne();
    }
  }

  @Test
  void migratingTwiceChangesNothing() {
    try (TestDatabase database = TestDatabase.create()) {
      LedgerSchema.migrate(database.plain());
      assertThat(database.number("select known_until from ledger.promise")).isEqualTo(-1);
    }
  }
}
