package org.aidledger.store.subject;

import static org.aidledger.store.subject.VaultFixture.identified;
import static org.aidledger.store.subject.VaultFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aidledger.store.event.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A vault that knows who is known asks the database only for those. */
class WhoIsKnownTest {

  private static final int CALLERS = 5;
  private static final int ROUNDS = 8;

  @TempDir private Path folder;
  private VaultFixture ledger;

  @BeforeEach
  void open() {
    ledger = new VaultFixture(folder);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static List<Person> roster(int people) {
    return IntStream.range(0, people)
        .mapToObj(i -> staff("李四", "第" + i % 7 + "小学", "G" + i))
        .toList();
  }

  @Test
  void whoIsSurelyNewCostsNoQueryAndWhoIsKnownOne() {
    AtomicInteger asked = new AtomicInteger();
    DataSource counting =
        new DelegatingDataSource(ledger.database.pool()) {
          @Override
          public java.sql.Connection getConnection() throws java.sql.SQLException {
            asked.incrementAndGet();
            return super.getConnection();
          }
        };
    SubjectVault vault = ledger.vaultOn(counting);
    vault.learnWhoIsKnown();
    asked.set(0);

    List<UUID> ids = vault.identify(roster(3));
    assertThat(asked).hasValue(0);

    vault.flush();
    asked.set(0);
    assertThat(vault.identify(roster(3))).isEqualTo(ids);
    assertThat(asked).hasValue(1);
  }

  @Test
  void whoWasThereBeforeIsRecognised() {
    List<UUID> ids = ledger.vault.identify(roster(1_500));
    ledger.append("carries all of them");

    SubjectVault later = ledger.anotherProcess();
    later.learnWhoIsKnown();

    assertThat(later.identify(roster(1_500))).isEqualTo(ids);
    assertThat(later.rider().waiting()).isFalse();
  }

  @Test
  void aNumberLearnedLaterIsRecognisedToo() {
    SubjectVault vault = ledger.vault;
    UUID one = vault.newOrKnown(identified("钱五", "22"));
    ledger.append("carries the person");
    vault.newOrKnown(new Person("钱五", "22", null, "7", "工会", null));
    vault.learnWhoIsKnown();
    ledger.append("carries the number");
    assertThat(vault.newOrKnown(staff("钱五", "工会", "7"))).isEqualTo(one);

    vault.newOrKnown(new Person("钱五", "22", "139", null, null, null));
    ledger.append("carries another number");
    assertThat(vault.newOrKnown(VaultFixture.called("钱五", "139"))).isEqualTo(one);
  }

  @Test
  void whoseTableCannotBeReadLooksForEverybodyAsBefore() {
    SubjectVault vault = ledger.vault;
    UUID one = vault.newOrKnown(identified("吴八", "33"));
    ledger.append("carries the person");
    ledger.database.execute("alter table ledger.subject_index rename to away");

    assertThatThrownBy(vault::learnWhoIsKnown).isInstanceOf(SubjectStoreException.class);

    ledger.database.execute("alter table ledger.away rename to subject_index");
    assertThat(vault.knowsWhoIsKnown()).isFalse();
    assertThat(vault.newOrKnown(identified("吴八", "33"))).isEqualTo(one);
  }

  /** Somebody is always being met, on the way to the table, or there, while the table is read. */
  @Test
  void whoComesWhileTheTableIsReadIsOnePerson() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("WhoIsKnownTest seed " + seed);
    DataSource pool = ledger.database.pool();
    for (int round = 0; round < ROUNDS; round++) {
      String prefix = round + "-";
      List<Set<UUID>> ids = new ArrayList<>();
      List<Person> people = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        people.add(identified("人" + i, prefix + i));
        ids.add(ConcurrentHashMap.newKeySet());
      }
      SubjectVault vault = ledger.vaultOn(pool);
      ledger.lane.carry(vault.rider());
      AtomicInteger busy = new AtomicInteger(CALLERS);
      Crowd.of(
          CALLERS + 2,
          thread -> {
            if (thread == CALLERS) {
              vault.learnWhoIsKnown();
            } else if (thread > CALLERS) {
              while (busy.get() > 0) {
                ledger.append("carries whoever waits");
              }
            } else {
              Random random = new Random(seed + thread);
              for (int met = 0; met < 3 * people.size(); met++) {
                int one = random.nextInt(people.size());
                ids.get(one).add(vault.newOrKnown(people.get(one)));
              }
              busy.decrementAndGet();
            }
          });
      ledger.append("the last ride");

      assertThat(vault.knowsWhoIsKnown()).isTrue();
      assertThat(ids).as("seed %d", seed).allSatisfy(set -> assertThat(set).hasSizeLessThan(2));
      assertThat(
              ledger.database.number(
                  "select count(*) from (select hmac from ledger.subject_index where kind = 1"
                      + " group by hmac having count(*) > 1) twice"))
          .as("seed %d", seed)
          .isZero();
    }
  }
}
