package org.aidledger.store.subject;

import static org.aidledger.store.subject.VaultFixture.called;
import static org.aidledger.store.subject.VaultFixture.identified;
import static org.aidledger.store.subject.VaultFixture.named;
import static org.aidledger.store.subject.VaultFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.aidledger.store.event.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether or not the vault looks for people who are surely new makes no difference to anybody. */
@ParameterizedClass(name = "knows who is known: {0}")
@ValueSource(booleans = {false, true})
class RecognitionTest {

  private static final String IDENTITY = "11010519491231002X";

  @Parameter boolean learns;
  @TempDir private Path folder;
  private VaultFixture ledger;
  private SubjectVault vault;

  @BeforeEach
  void open() {
    ledger = new VaultFixture(folder);
    vault = ledger.vault;
    if (learns) {
      vault.learnWhoIsKnown();
    }
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void theSameIdentityNumberIsTheSamePersonBeforeAndAfterTheRowIsDurable() {
    UUID first = vault.newOrKnown(identified("张三", IDENTITY));
    assertThat(vault.newOrKnown(identified("张叁", " 110105 19491231002x "))).isEqualTo(first);
    assertThat(ledger.subjects()).isZero();

    ledger.append("first event that speaks of the person");

    assertThat(ledger.subjects()).isOne();
    assertThat(vault.newOrKnown(identified("张三", IDENTITY))).isEqualTo(first);
    assertThat(ledger.anotherProcess().newOrKnown(identified("张三", "１１０１０５１９４９１２３１００２Ｘ")))
        .isEqualTo(first);
  }

  @Test
  void aNameAloneNeverMakesTwoPeopleOne() {
    UUID one = vault.newOrKnown(named("王伟"));
    ledger.append("x");
    assertThat(vault.newOrKnown(named("王伟"))).isNotEqualTo(one);
    assertThat(vault.newOrKnown(new Person("王伟", null, null, null, "工会", "6222")))
        .isNotEqualTo(one);
    List<UUID> batch = vault.identify(Collections.nCopies(3, named("王伟")));
    assertThat(Set.copyOf(batch)).hasSize(3);
  }

  @Test
  void aStaffNumberCountsWithinItsUnitOnly() {
    UUID one = vault.newOrKnown(staff("李四", "机械学院", "0042"));
    assertThat(vault.newOrKnown(staff("李四", "机械学院", "0042"))).isEqualTo(one);
    assertThat(vault.newOrKnown(staff("李四", "外语学院", "0042"))).isNotEqualTo(one);
    assertThat(vault.newOrKnown(new Person("李四", null, null, "0042", null, null)))
        .isNotEqualTo(one);
  }

  @Test
  void familiesMayShareATelephone() {
    UUID father = vault.newOrKnown(called("赵父", "138-0000-0000"));
    assertThat(vault.newOrKnown(called("赵父", "+86 138 0000 0000"))).isEqualTo(father);
    assertThat(vault.newOrKnown(called("赵女", "13800000000"))).isNotEqualTo(father);
    assertThat(vault.newOrKnown(new Person(null, null, "13800000000", null, null, null)))
        .isEqualTo(father);
  }

  @Test
  void theStrongestNumberDecidesAndTeachesTheOthers() {
    UUID one = vault.newOrKnown(identified("钱五", IDENTITY));
    ledger.append("x");
    assertThat(vault.newOrKnown(new Person("钱五", IDENTITY, null, "7", "工会", null))).isEqualTo(one);
    assertThat(vault.newOrKnown(new Person("孙六", "22", null, "7", "工会", null))).isNotEqualTo(one);
    ledger.append("y");
    ledger.append("z");

    assertThat(vault.newOrKnown(staff("钱五", "工会", "7"))).isEqualTo(one);
    assertThat(
            ledger.database.number(
                "select count(*) from ledger.subject_index where kind = 2 and subject_id = '"
                    + one
                    + "'"))
        .isOne();
  }

  @Test
  void callersWhoMeetThePersonAtTheSameMomentAgree() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("RecognitionTest seed " + seed);
    List<Person> people =
        IntStream.range(0, 300).mapToObj(i -> identified("人" + i, "ID" + i)).toList();
    List<Set<UUID>> ids = new ArrayList<>();
    people.forEach(person -> ids.add(ConcurrentHashMap.newKeySet()));
    AtomicInteger busy = new AtomicInteger(6);

    Crowd.of(
        8,
        thread -> {
          if (thread >= 6) {
            while (busy.get() > 0) {
              ledger.append("carries whoever waits");
            }
            return;
          }
          Random random = new Random(seed + thread);
          for (int start = 0; start < people.size(); ) {
            int end = Math.min(people.size(), start + 1 + random.nextInt(5));
            List<UUID> given = vault.identify(people.subList(start, end));
            for (int i = start; i < end; i++) {
              ids.get(i).add(given.get(i - start));
            }
            start = end;
          }
          busy.decrementAndGet();
        });
    ledger.append("the last ride");

    assertThat(ids).as("seed %d", seed).allSatisfy(set -> assertThat(set).hasSize(1));
    assertThat(ledger.subjects()).isEqualTo(300);
    assertThat(ledger.database.number("select count(*) from ledger.subject_index")).isEqualTo(600);
  }

  @Test
  void aSearchSaysByWhatAPersonWasFound() {
    UUID one = vault.newOrKnown(identified("周七", IDENTITY));
    UUID namesake = vault.newOrKnown(called("周七", "139"));
    vault.flush();

    assertThat(vault.search(identified("周七", IDENTITY)))
        .extracting(Found::subjectId, Found::matchedBy)
        .containsExactlyInAnyOrder(
            tuple(one, Set.of(IndexKind.IDENTITY, IndexKind.FULL_NAME)),
            tuple(namesake, Set.of(IndexKind.FULL_NAME)));
    assertThat(vault.search(named("周"))).isEmpty();
    assertThat(vault.search(named(" "))).isEmpty();
  }

  @Test
  void rowsThatMissedTheirTransactionRideWithTheNext() {
    ledger.append("opens the lane's connection");
    UUID one = vault.newOrKnown(identified("吴八", IDENTITY));
    ledger.database.execute("alter table ledger.event add constraint broken check (position < 1)");
    assertThat(catchThrowable(() -> ledger.append("fails"))).isNotNull();
    assertThat(ledger.subjects()).isZero();
    ledger.database.execute("alter table ledger.event drop constraint broken");

    ledger.append("works");

    assertThat(ledger.subjects()).isOne();
    assertThat(ledger.anotherProcess().newOrKnown(identified("吴八", IDENTITY))).isEqualTo(one);
  }
}
