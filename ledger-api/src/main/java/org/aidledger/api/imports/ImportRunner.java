package org.aidledger.api.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Takes on imports that nobody works on: those that have just come, those that a process left
 * behind, and those that waited for another. Works on a few at a time.
 */
public final class ImportRunner implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long SWEEP_SECONDS = 600;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ImportRows rows;
  private final ImportLeases leases;
  private final ImportWork work;
  private final String owner;
  private final ImportSettings settings;
  private final Clock clock;
  private final Admission admission;
  private final Semaphore places;
  private final FileSweep sweep;
  private final Corrections corrections;
  private final CorrectionRows correctionRows;
  private final Set<Long> inWork = ConcurrentHashMap.newKeySet();
  private final Set<Long> inCorrection = ConcurrentHashMap.newKeySet();
  private final ExecutorService workers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("import-", 0).factory());
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("import-look").factory());
  private volatile boolean ready;
  private volatile boolean stopping;

  ImportRunner(
      ImportRows rows,
      ImportLeases leases,
      ImportWork work,
      FileSweep sweep,
      Corrections corrections,
      CorrectionRows correctionRows,
      String owner,
      ImportSettings settings,
      Clock clock,
      Admission admission) {
    this.admission = admission;
    this.sweep = sweep;
    this.corrections = corrections;
    this.correctionRows = correctionRows;
    this.rows = rows;
    this.leases = leases;
    this.work = work;
    this.owner = owner;
    this.settings = settings;
    this.clock = clock;
    this.places = new Semaphore(settings.atOnce());
  }

  /** Begins once orders can be carried out. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    // What this owner worked on before is nobody's now.
    leases.release(owner);
    ready = true;
    long beat = Math.max(1, settings.lease().toMillis() / 3);
    var _ = looking.scheduleWithFixedDelay(this::keep, beat, beat, TimeUnit.MILLISECONDS);
    var _ = looking.scheduleWithFixedDelay(this::sweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
    var _ = looking.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Looks for work at once. */
  void wake() {
    if (ready && !stopping) {
      looking.execute(this::look);
    }
  }

  /** Carries out the corrections of one import that were confirmed. */
  void correct(long number) {
    workers.execute(
        () -> {
          if (!inCorrection.add(number)) {
            return;
          }
          try {
            admission.background(() -> corrections.run(number));
          } catch (RuntimeException failure) {
            // What is left is tried again with the next sweep.
            LOG.warn("Corrections of an import broke off: {}", Problems.of(failure).code());
          } finally {
            inCorrection.remove(number);
          }
        });
  }

  private void sweep() {
    try {
      correctionRows.unfinished().forEach(this::correct);
      sweep.sweep();
    } catch (RuntimeException failure) {
      LOG.warn("Files cannot be swept: {}", failure.getClass().getName());
    }
  }

  /** Some steps take longer than a lease and note no progress: a million lines are compared. */
  private void keep() {
    try {
      if (!inWork.isEmpty()) {
        leases.keep(List.copyOf(inWork), owner, settings.lease());
      }
    } catch (RuntimeException failure) {
      LOG.warn("Imports cannot be kept: {}", failure.getClass().getName());
    }
  }

  private void look() {
    try {
      while (!stopping && places.tryAcquire()) {
        Optional<ImportRow> next = Optional.empty();
        try {
          next = leases.claim(owner, settings.lease());
        } finally {
          if (next.isEmpty()) {
            places.release();
          }
        }
        if (next.isEmpty()) {
          return;
        }
        ImportRow row = next.get();
        if (!inWork.add(row.number())) {
          // A lease ran out under work that goes on here; it has just been renewed by the claim.
          places.release();
          return;
        }
        workers.execute(() -> workOn(row));
      }
    } catch (RuntimeException failure) {
      LOG.warn("Imports cannot be looked for: {}", failure.getClass().getName());
    }
  }

  private void workOn(ImportRow row) {
    try {
      // What a file brings waits for its turn; it is never turned away.
      admission.background(
          () ->
              work.run(
                  row, new Work(leases, row.number(), owner, settings.lease(), () -> stopping)));
    } catch (WorkStopped stopped) {
      if (stopped.cancelled()) {
        end(row, () -> rows.endCancelled(row.number(), owner, clock.instant()));
      }
    } catch (RuntimeException failure) {
      fail(row, failure);
    } finally {
      inWork.remove(row.number());
      places.release();
      wake();
    }
  }

  private void fail(ImportRow row, RuntimeException failure) {
    Problem problem = Problems.of(failure);
    if (stopping) {
      return;
    }
    if (problem.facts().containsKey(Problem.RETRY_AFTER)) {
      leases.putOff(row.number(), owner, PAUSE);
      return;
    }
    end(
        row,
        () ->
            rows.fail(
                row.number(), owner, problem.code(), Json.write(problem.facts()), clock.instant()));
  }

  private void end(ImportRow row, Runnable ending) {
    work.count(row.number());
    ending.run();
  }

  @Override
  public void start() {
    stopping = false;
  }

  /** Lets the chunks that are under way end; what is left is taken on after the next start. */
  @Override
  public void stop() {
    stopping = true;
    looking.shutdownNow();
    workers.shutdown();
    try {
      if (workers.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        leases.release(owner);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !stopping;
  }
}
