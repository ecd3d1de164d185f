package org.aidledger.store.subject;

import static org.aidledger.store.subject.VaultFixture.identified;
import static org.aidledger.store.subject.VaultFixture.staff;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.aidledger.store.event.Crowd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Many new people who come together are brought to the tables ahead of their events. */
class JourneyTest {

  private static final int MANY = 600;
  private static final Duration LONG = Duration.ofSeconds(30);

  /**
   * The common pool of a machine with two cores has one thread, on which one would wait for the
   * other.
   */
  private static final Executor THREAD_EACH = work -> Thread.ofVirtual().start(work);

  @TempDir private Path folder;
  private VaultFixture ledger;
  private Roads roads;
  private SubjectVault vault;

  @BeforeEach
  void open() {
    ledger = new VaultFixture(folder);
    roads = new Roads(ledger.database.pool());
    vault = ledger.vaultOn(roads);
    // Whoever is surely new is not looked for, so that each connection here is a journey's.
    vault.learnWhoIsKnown();
    ledger.lane.carry(vault.rider());
    ledger.append("opens the lane's connection");
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static List<Person> roster() {
    return IntStream.range(0, MANY).mapToObj(i -> staff("李四", "第一小学", "G" + i)).toList();
  }

  private long keys() {
    return ledger.database.number("select count(*) from ledger.subject_index");
  }

  private void assertAllAreThereOnce(List<UUID> ids) {
    assertThat(ids).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(keys()).isEqualTo(2L * MANY);
    assertThat(vault.rider().waiting()).isFalse();
    assertThat(ledger.anotherProcess().identify(roster())).isEqualTo(ids);
  }

  @Test
  void endsBeforeAnyEventIsAppended() {
    assertAllAreThereOnce(vault.identify(roster()));
  }

  @Test
  void carriesWhatIsLearnedOfItsOwnPeopleOnTheWay() {
    List<Person> people = new ArrayList<>(roster());
    people.add(new Person("李四", null, "139", "G7", "第一小学", null));
    List<UUID> ids = vault.identify(people);
    assertThat(ids.getLast()).isEqualTo(ids.get(7));
    assertThat(vault.rider().waiting()).isFalse();
    assertThat(ledger.anotherProcess().newOrKnown(VaultFixture.called("李四", "139")))
        .isEqualTo(ids.get(7));
  }

  @Test
  void isSeenByWhoLearnsWhoIsKnown() {
    SubjectVault learning = ledger.vaultOn(roads);
    AtomicInteger connections = new AtomicInteger();
    roads.before(
        () -> {
          // The first looks for the people, the second is the journey's.
          if (connections.incrementAndGet() == 2) {
            learning.learnWhoIsKnown();
          }
        });
    List<Person> people = new ArrayList<>(roster());
    people.add(new Person("李四", null, "139", "G7", "第一小学", null));

    List<UUID> ids = learning.identify(people);

    assertThat(learning.knowsWhoIsKnown()).isTrue();
    assertThat(learning.identify(roster())).isEqualTo(ids.subList(0, MANY));
    assertThat(learning.newOrKnown(VaultFixture.called("李四", "139"))).isEqualTo(ids.get(7));
  }

  @Test
  void keepsOnlyThoseWaitingWhoSpeakOfItsPeople() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    CountDownLatch reached = new CountDownLatch(1);
    roads.before(
        () -> {
          reached.countDown();
          wait(closed);
        });
    CompletableFuture<List<UUID>> companion =
        CompletableFuture.supplyAsync(() -> vault.identify(roster()), THREAD_EACH);
    wait(reached);
    roads.before(() -> {});

    UUID stranger = vault.newOrKnown(identified("钱五", "1"));
    ledger.append("speaks of a stranger");
    assertThat(ledger.database.query("select subject_id from ledger.subject"))
        .containsExactly(stranger.toString());

    UUID one = vault.newOrKnown(roster().get(5));
    CompletableFuture<Void> event =
        CompletableFuture.runAsync(() -> ledger.append("speaks of one of them"), THREAD_EACH);
    long before = events();
    assertThat(event)
        .as("an event waits for whom it speaks of")
        .isNotDone()
        .satisfies(running -> assertThat(waited(() -> running.isDone())).isFalse());
    assertThat(events()).isEqualTo(before);

    closed.countDown();
    event.get(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(companion.get(LONG.toSeconds(), TimeUnit.SECONDS).get(5)).isEqualTo(one);
    assertThat(ledger.subjects()).isEqualTo(MANY + 1);
    assertThat(vault.rider().waiting()).isFalse();
  }

  @Test
  void thatCannotSetOutLeavesItsPeopleToTheNextAppend() {
    roads.before(
        () -> {
          throw new SQLException("no connection to be had");
        });
    List<UUID> ids = vault.identify(roster());
    assertThat(ledger.subjects()).isZero();
    assertThat(vault.rider().waiting()).isTrue();

    ledger.append("carries all of them");

    roads.before(() -> {});
    assertAllAreThereOnce(ids);
  }

  @Test
  void ofWhoseEndNobodyHeardIsNotMadeTwice() {
    roads.loseAnswers(true);
    List<UUID> ids = vault.identify(roster());
    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(vault.rider().waiting()).isTrue();
    roads.loseAnswers(false);

    ledger.append("carries them once more");

    assertAllAreThereOnce(ids);
  }

  @Test
  void doesNotBringBackWhoseKeyIsDestroyedMeanwhile() {
    String gone = "G3";
    AtomicInteger destroyed = new AtomicInteger();
    roads.before(
        () -> {
          if (destroyed.getAndIncrement() == 0) {
            vault.destroy(vault.newOrKnown(staff("李四", "第一小学", gone)));
          }
        });
    List<UUID> ids = vault.identify(roster());

    ledger.append("carries the others");

    assertThat(destroyed.get()).isPositive();
    assertThat(vault.destroyed(ids.get(3))).isTrue();
    assertThat(ledger.subjects()).isEqualTo(MANY);
    assertThat(keys()).isEqualTo(2L * (MANY - 1));
    assertThat(vault.rider().waiting()).isFalse();
  }

  /** Rosters and single people at once, roads that break, and each person has one id. */
  @Test
  void whoComesInManyWaysAtOnceIsOnePerson() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("JourneyTest seed " + seed);
    int callers = 5;
    List<Person> people = new ArrayList<>();
    List<Set<UUID>> ids = new ArrayList<>();
    for (int i = 0; i < 3 * MANY; i++) {
      people.add(identified("人" + i, "ID" + i));
      ids.add(ConcurrentHashMap.newKeySet());
    }
    Random breaking = new Random(seed);
    roads.before(
        () -> {
          synchronized (breaking) {
            roads.loseAnswers(breaking.nextInt(4) == 0);
            if (breaking.nextInt(4) == 0) {
              throw new SQLException("no connection to be had");
            }
          }
        });
    AtomicInteger missing = new AtomicInteger();
    Crowd.of(
        callers,
        thread -> {
          Random random = new Random(seed + thread);
          for (int round = 0; round < 12; round++) {
            int count = random.nextBoolean() ? 500 + random.nextInt(200) : 1;
            int first = random.nextInt(people.size() - count);
            List<UUID> given;
            try {
              given = vault.identify(people.subList(first, first + count));
            } catch (SubjectStoreException e) {
              continue;
            }
            for (int i = 0; i < count; i++) {
              ids.get(first + i).add(given.get(i));
            }
            ledger.append("speaks of them");
            missing.addAndGet(count - there(given));
          }
        });
    roads.before(() -> {});
    roads.loseAnswers(false);
    ledger.append("the last ride");

    assertThat(missing).as("people without rows, seed %d", seed).hasValue(0);
    assertThat(ids).as("seed %d", seed).allSatisfy(set -> assertThat(set).hasSizeLessThan(2));
    assertThat(vault.rider().waiting()).as("seed %d", seed).isFalse();
    assertThat(keys()).as("seed %d", seed).isEqualTo(2 * ledger.subjects());
    assertThat(ledger.subjects())
        .as("seed %d", seed)
        .isGreaterThanOrEqualTo(ids.stream().filter(set -> !set.isEmpty()).count());
    assertThat(
            ledger.database.number(
                "select count(*) from (select from ledger.subject_index where kind = 1"
                    + " group by hmac having count(*) > 1) twice"))
        .as("seed %d", seed)
        .isZero();
  }

  private int there(List<UUID> subjects) {
    String list = String.join("','", subjects.stream().map(UUID::toString).toList());
    return (int)
        ledger.database.number(
            "select count(*) from ledger.subject where subject_id in ('" + list + "')");
  }

  private long events() {
    return ledger.database.number("select count(*) from ledger.event");
  }

  private static void wait(CountDownLatch latch) {
    try {
      assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it came true within the time in which an append is done many times over. */
  private static boolean waited(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  /** What happens before a connection is given out. */
  @FunctionalInterface
  private interface Obstacle {
    void meet() throws SQLException;
  }

  /** Connections that may be late, fail, or lose the answer to a commit. */
  private static final class Roads extends DelegatingDataSource {

    private volatile Obstacle obstacle = () -> {};
    private volatile boolean losing;

    Roads(DataSource target) {
      super(target);
    }

    void before(Obstacle newObstacle) {
      obstacle = newObstacle;
    }

    void loseAnswers(boolean lose) {
      losing = lose;
    }

    @Override
    public Connection getConnection() throws SQLException {
      obstacle.meet();
      Connection connection = super.getConnection();
      return losing ? losingAnswers(connection) : connection;
    }

    private static Connection losingAnswers(Connection connection) {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                Object result;
                try {
                  result = method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
                if (method.getName().equals("commit")) {
                  throw new SQLException("the answer to the commit was lost");
                }
                return result;
              });
    }
  }
}
