package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.store.event.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

  @TempDir private Path folder;
  private SealFixture fixture;

  @BeforeEach
  void open() {
    fixture = new SealFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aLeafIsTheCanonicalFormOfWhatIsStored() throws Exception {
    fixture.append(20);
    fixture.database.execute(
        "insert into ledger.event select 20, 0, 7, gen_random_uuid(), gen_random_uuid(), '', '',"
            + " '', repeat('长', 100000), ''");
    List<byte[]> read = new ArrayList<>();
    try (Connection connection = fixture.dataSource.getConnection()) {
      new BookLeaves(connection)
          .read(0, 21, (leaf, length) -> read.add(Arrays.copyOf(leaf, length)));
    }
    List<EventLeaf> expected = fixture.leaves();
    assertThat(read).hasSize(21);
    for (int i = 0; i < 21; i++) {
      assertThat(read.get(i)).isEqualTo(expected.get(i).encoded());
    }
  }

  @Test
  void anEmptyBookHasNoHead() {
    assertThat(fixture.sealer().sealAll()).isZero();
    assertThat(fixture.book.head()).isEmpty();
    assertThat(fixture.book.size()).isZero();
  }

  @Test
  void theHeadIsSignedAndEveryEventIsProvenUnderIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    fixture.append(1 + random.nextInt(1_500));
    fixture.sealer().sealAll();
    fixture.append(1 + random.nextInt(300));
    fixture.sealer().sealAll();

    assertThat(fixture.book.head().orElseThrow().signedBy(fixture.signer.publicKey())).isTrue();
    Checkpoint head = fixture.head();
    List<EventLeaf> leaves = fixture.leaves();
    assertThat(head.size()).as("seed " + seed).isEqualTo(leaves.size());
    assertThat(head.root()).as("seed " + seed).isEqualTo(fixture.expectedRoot());
    for (int i = 0; i < 50; i++) {
      int position = random.nextInt(leaves.size());
      Hash leaf = new TreeHasher().leaf(leaves.get(position).encoded());
      assertThat(
              fixture.book.inclusion(position, head.size()).orElseThrow().proves(leaf, head.root()))
          .as("seed " + seed + ", position " + position)
          .isTrue();
    }
  }

  @Test
  void everyHeadContinuesTheOneBefore() {
    Sealer sealer = fixture.sealer();
    Checkpoint before = null;
    for (int events : new int[] {1, 255, 1, 700, 3}) {
      fixture.append(events);
      sealer.sealAll();
      Checkpoint head = fixture.head();
      if (before != null) {
        assertThat(
                fixture
                    .book
                    .consistency(before.size(), head.size())
                    .orElseThrow()
                    .proves(before.root(), head.root()))
            .isTrue();
      }
      before = head;
    }
    assertThat(fixture.database.number("select count(*) from ledger.seal_checkpoint")).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(SealStep.class)
  void aProcessThatDiesAfterAnyStepLeavesNothingHalfDone(SealStep step) {
    fixture.append(600);
    fixture.sealer().sealAll();
    fixture.append(900);
    Sealer dying =
        fixture.sealer(
            500,
            reached -> {
              if (reached == step) {
                fixture.database.killConnections();
                throw new IllegalStateException("dead");
              }
            });
    assertThatThrownBy(dying::sealNext).isInstanceOf(Exception.class);

    long left = fixture.book.size();
    assertThat(left).isEqualTo(step == SealStep.COMMITTED ? 1_100 : 600);
    assertThat(fixture.head().size()).isEqualTo(left);
    assertThat(fixture.sealer().sealAll()).isEqualTo(1_500 - left);
    assertThat(fixture.head().root()).isEqualTo(fixture.expectedRoot());
    assertThat(fixture.head().size()).isEqualTo(1_500);
  }

  @Test
  void whatIsAppendedWhileTheSealerRunsIsSealedOnceAndInOrder() throws Exception {
    try (SealLoop loop = new SealLoop(fixture.sealer(), Duration.ofMillis(5));
        SealLoop other = new SealLoop(fixture.sealer(), Duration.ofMillis(5))) {
      assertThat(loop).isNotSameAs(other);
      Crowd.of(
          4,
          thread -> {
            for (int i = 0; i < 100; i++) {
              fixture.database.execute(
                  "select ledger.append(array[0::bigint, 1], array[gen_random_uuid(),"
                      + " gen_random_uuid()], array[u, u], array['A', 'A'], array['T', 'T'],"
                      + " array['1', '1'], array['{}', '{}'], array['{}', '{}'])"
                      + " from (select gen_random_uuid() u) s");
            }
          });
    }
    fixture.sealer().sealAll();
    assertThat(fixture.head().size()).isEqualTo(800);
    assertThat(fixture.head().root()).isEqualTo(fixture.expectedRoot());
  }

  @Test
  void aLoopThatFailsGoesOnWhenTheTroubleIsOver() throws Exception {
    AtomicBoolean trouble = new AtomicBoolean(true);
    CountDownLatch troubled = new CountDownLatch(3);
    Sealer sealer =
        fixture.sealer(
            500,
            step -> {
              if (trouble.get()) {
                troubled.countDown();
                throw new IllegalStateException("trouble");
              }
            });
    fixture.append(10);
    try (SealLoop loop = new SealLoop(sealer, Duration.ofMillis(5))) {
      assertThat(loop).isNotNull();
      assertThat(troubled.await(5, TimeUnit.MINUTES)).isTrue();
      assertThat(fixture.book.size()).isZero();
      trouble.set(false);
      for (int i = 0; i < 30_000 && fixture.book.size() == 0; i++) {
        Thread.sleep(10);
      }
    }
    assertThat(fixture.book.size()).isEqualTo(10);
  }

  @Test
  void aBookAtRestIsAskedForItsEndAndForNothingElse() {
    List<SealStep> reached = new ArrayList<>();
    Sealer sealer = fixture.sealer(500, reached::add);
    fixture.append(1_010);
    assertThat(sealer.sealNew()).isEqualTo(1_010);
    reached.clear();
    assertThat(sealer.sealNew()).isZero();
    assertThat(reached).isEmpty();

    fixture.append(1);
    assertThat(sealer.sealNew()).isEqualTo(1);
    fixture.tamper("event", "delete from ledger.event where position > 900");
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(sealer::sealNew).hasMessageContaining("901 events, but 1011");
    }
  }

  @Test
  void aSealerThatFoundAnotherAtWorkLooksAgain() {
    fixture.append(5);
    Sealer second = fixture.sealer();
    Sealer first =
        fixture.sealer(
            500,
            step -> {
              if (step == SealStep.READ) {
                fixture.append(1);
                assertThat(second.sealNew()).as("the other one holds the lock").isZero();
              }
            });
    assertThat(first.sealNew()).isEqualTo(5);
    assertThat(second.sealNew()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 9})
  void aMissingEventStopsTheSealing(int position) {
    fixture.append(10);
    fixture.tamper("event", "delete from ledger.event where position = " + position);
    fixture.database.execute(
        "insert into ledger.event select 10, 0, 0, gen_random_uuid(), gen_random_uuid(), 'A', 'T',"
            + " '1', '{}', '{}'");

    assertThatThrownBy(fixture.sealer()::sealAll)
        .isInstanceOf(SealException.class)
        .hasMessageContaining("position " + position + " is missing");
    assertThat(fixture.book.size()).isZero();
  }

  @Test
  void aBookThatLostItsEndIsNotSealedAnyFurther() {
    fixture.append(10);
    fixture.sealer().sealAll();
    fixture.tamper("event", "delete from ledger.event where position > 7");

    assertThatThrownBy(fixture.sealer()::sealAll).hasMessageContaining("8 events, but 10");
  }

  @Test
  void anEdgeThatWasNotSignedIsNotContinued() {
    fixture.append(10);
    fixture.sealer().sealAll();
    fixture.append(1);
    fixture.tamper(
        "seal_head",
        "update ledger.seal_head set edge = set_byte(edge, 6, 255 - get_byte(edge, 6))");

    assertThatThrownBy(fixture.sealer()::sealAll).hasMessageContaining("not what was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.seal_tile set level = 3",
        "delete from ledger.seal_tile",
        "truncate ledger.seal_tile",
        "update ledger.seal_head set size = size - 1",
        "delete from ledger.seal_head",
        "truncate ledger.seal_head",
        "update ledger.seal_checkpoint set note = ''",
        "delete from ledger.seal_checkpoint",
        "delete from ledger.seal_countersigned",
        "update ledger.seal_key set public_key = ''"
      })
  void theSealsRefuseToBeChanged(String sql) {
    fixture.append(300);
    fixture.sealer().sealAll();

    assertThatThrownBy(() -> fixture.database.execute(sql)).hasMessageContaining("is refused");
  }
}
