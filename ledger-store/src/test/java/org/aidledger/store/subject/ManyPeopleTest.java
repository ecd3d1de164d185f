package org.aidledger.store.subject;

import static org.aidledger.store.subject.VaultFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aidledger.store.event.Prelude;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd brings more new people at once than one statement takes. */
class ManyPeopleTest {

  private static final int MANY = 1_000;

  @TempDir private Path folder;
  private VaultFixture ledger;
  private SubjectVault vault;

  @BeforeEach
  void open() {
    ledger = new VaultFixture(folder);
    vault = ledger.vault;
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static List<Person> roster() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> staff("李四", "第" + i % 7 + "小学", "G" + i))
        .toList();
  }

  /** In parts that are too small to be brought ahead, so that all of them wait for one ride. */
  private List<UUID> meet() {
    List<UUID> ids = new ArrayList<>();
    for (int from = 0; from < MANY; from += MANY / 4) {
      ids.addAll(vault.identify(roster().subList(from, from + MANY / 4)));
    }
    return ids;
  }

  private long keys() {
    return ledger.database.number("select count(*) from ledger.subject_index");
  }

  @Test
  void areAllThereWithTheirKeysOnceTheFirstEventIsDurable() {
    List<UUID> ids = meet();
    assertThat(ids).doesNotHaveDuplicates();
    String sealed = vault.seal(ids.get(7), Map.of("name", "李四"), "donation");

    ledger.append("carries all of them");

    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(keys()).isEqualTo(2L * MANY);
    SubjectVault another = ledger.anotherProcess();
    assertThat(another.identify(roster())).isEqualTo(ids);
    assertThat(another.open(ids.get(7), sealed, "donation")).contains(Map.of("name", "李四"));
  }

  /** However many there are: what asks for a digest as the vault does is led to the index. */
  @Test
  void areFoundWithoutReadingAllOfThem() throws SQLException {
    vault.identify(roster());
    ledger.append("carries all of them");
    try (Connection connection = ledger.database.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze ledger.subject_index");
      try (ResultSet plan =
          statement.executeQuery(
              "explain select i.subject_id from unnest('{2}'::smallint[], array['\\x00'::bytea])"
                  + " w (kind, hmac) join ledger.subject_index i"
                  + " on ledger.digest_head(i.hmac) = ledger.digest_head(w.hmac)"
                  + " and i.hmac = w.hmac and i.kind = w.kind")) {
        List<String> lines = new ArrayList<>();
        while (plan.next()) {
          lines.add(plan.getString(1));
        }
        assertThat(String.join("\n", lines)).contains("subject_index_digest");
      }
    }
  }

  @Test
  void areNumberedInTheOrderOfTimeAndStillAtRandom() {
    List<UUID> ids = vault.identify(roster());
    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2);
    long now = System.currentTimeMillis();
    assertThat(ids).allMatch(id -> Math.abs(now - (id.getMostSignificantBits() >>> 16)) < 60_000);
    assertThat(ids.stream().map(UUID::getLeastSignificantBits)).doesNotHaveDuplicates();
  }

  /** As after a connection that broke while committing: nobody knows whether the rows are there. */
  @Test
  void areWrittenOnceThoughTheFirstAnswerWasLost() throws SQLException {
    List<UUID> ids = meet();
    try (Connection connection = ledger.database.pool().getConnection()) {
      connection.setAutoCommit(false);
      Prelude prelude = new Prelude();
      vault.rider().ride(connection, prelude);
      prelude.run(connection);
      connection.commit();
      vault.rider().rolledBack();
      connection.setAutoCommit(true);
    }
    assertThat(ledger.subjects()).isEqualTo(MANY);

    ledger.append("carries them once more");

    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(keys()).isEqualTo(2L * MANY);
    assertThat(vault.rider().waiting()).isFalse();
    assertThat(ledger.anotherProcess().identify(roster())).isEqualTo(ids);
  }

  @Test
  void doNotSufferFromOneWhoseKeyIsDestroyedMeanwhile() throws SQLException {
    List<UUID> ids = meet();
    ledger.database.execute(
        "insert into ledger.subject (subject_id, destroyed_at) values ('%s', now())"
            .formatted(ids.get(3)));

    ledger.append("is taken though one of the people is gone");

    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(keys()).isEqualTo(2L * (MANY - 1));
    assertThat(vault.destroyed(ids.get(3))).isTrue();
    assertThatThrownBy(() -> ledger.anotherProcess().seal(ids.get(3), Map.of(), "x"))
        .isInstanceOf(KeyDestroyedException.class);
  }
}
