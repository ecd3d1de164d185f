package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problems;
import org.aidledger.core.account.AccountId;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.store.file.SealedFileReader;
import org.aidledger.store.file.SealedFileWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Makes packages one after the other, in the background; a restart begins an unfinished anew. */
public final class PackageDesk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PackageDesk.class);
  private static final int MOST_WAITING = 20;

  private final PackageFolder folder;
  private final PackageMaker maker;
  private final PrivacyQueries privacy;
  private final PackageSettings settings;
  private final Clock clock;
  private final Map<UUID, Integer> running = new ConcurrentHashMap<>();
  private volatile boolean closing;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("audit-package").factory());

  PackageDesk(
      PackageFolder folder,
      PackageMaker maker,
      PrivacyQueries privacy,
      PackageSettings settings,
      Clock clock) {
    this.folder = folder;
    this.maker = maker;
    this.privacy = privacy;
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins once orders can be carried out. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    sweep();
    folder.all().stream().filter(this::unfinished).forEach(this::enqueue);
    // Also where nobody asks for packages any more, because they hold people's data.
    var _ = worker.scheduleWithFixedDelay(this::sweepOrSayWhy, 1, 1, TimeUnit.HOURS);
  }

  /**
   * Asks for a package.
   *
   * @throws ApiProblem if too many wait
   */
  public PackageOrder order(
      @Nullable UUID fundId,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean full,
      AccountId actor) {
    if (folder.all().stream().filter(this::unfinished).count() >= MOST_WAITING) {
      throw new ApiProblem(ApiCode.PACKAGES_WAITING);
    }
    PackageOrder order =
        new PackageOrder(
            UUID.randomUUID(),
            fundId,
            from,
            to,
            full,
            UUID.fromString(actor.toString()),
            clock.instant(),
            null,
            null);
    folder.save(order);
    enqueue(order);
    return order;
  }

  /** How far a package is; empty if there is none, or not any more. */
  public Optional<PackageStatus> find(UUID id) {
    return folder.find(id).filter(order -> kept(order, new Forgotten())).map(this::status);
  }

  /** All packages that are kept, the newest first. */
  public List<PackageStatus> all() {
    Forgotten forgotten = new Forgotten();
    return folder.all().reversed().stream()
        .filter(order -> kept(order, forgotten))
        .map(this::status)
        .toList();
  }

  /** When a package will be deleted, unless it has to give way to others before. */
  public Instant expiry(PackageOrder order) {
    return order.orderedAt().plus(settings.keep());
  }

  /** The finished file, in clear. */
  public SealedFileReader open(UUID id) throws IOException {
    return folder.open(id);
  }

  private PackageStatus status(PackageOrder order) {
    if (order.failure() != null) {
      return new PackageStatus(order, PackageStatus.State.FAILED, 0, null);
    }
    Optional<Long> size = folder.size(order.packageId());
    if (size.isPresent()) {
      return new PackageStatus(order, PackageStatus.State.READY, 100, size.get());
    }
    Integer progress = running.get(order.packageId());
    return progress == null
        ? new PackageStatus(order, PackageStatus.State.WAITING, 0, null)
        : new PackageStatus(order, PackageStatus.State.RUNNING, progress, null);
  }

  private boolean unfinished(PackageOrder order) {
    return order.failure() == null && folder.size(order.packageId()).isEmpty();
  }

  private void enqueue(PackageOrder order) {
    worker.execute(() -> make(order));
  }

  private void make(PackageOrder order) {
    UUID id = order.packageId();
    running.put(id, 0);
    try {
      PackageOrder begun = order.begun(privacy.lastDestruction());
      folder.save(begun);
      try (SealedFileWriter file = folder.begin(id)) {
        maker.make(begun, file, percent -> running.put(id, percent));
        file.finish();
      }
      if (new Forgotten().mayStandIn(begun)) {
        folder.discard(id);
        enqueue(order);
        return;
      }
      folder.finish(id);
      sweep();
    } catch (InterruptedException e) {
      // The application ends; the next one begins this package anew.
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      if (closing) {
        // Likewise: what it was writing to or reading from was taken away.
        return;
      }
      LOG.error("The audit package {} could not be made.", id, e);
      folder.discard(id);
      folder.save(order.failed(Problems.of(e).code()));
    } finally {
      running.remove(id);
    }
  }

  /** Whatever is not finished is kept until it is. */
  private boolean kept(PackageOrder order, Forgotten forgotten) {
    return unfinished(order)
        || !(order.orderedAt().isBefore(keptSince()) || forgotten.mayStandIn(order));
  }

  /** The people whose keys are destroyed; the book is asked once, and only if it matters. */
  private final class Forgotten {

    private @Nullable Long last;

    boolean mayStandIn(PackageOrder order) {
      return order.full() && order.mayNameTheForgotten(last());
    }

    private long last() {
      if (last == null) {
        last = privacy.lastDestruction();
      }
      return last;
    }
  }

  private Instant keptSince() {
    return clock.instant().minus(settings.keep());
  }

  private void sweep() {
    Forgotten forgotten = new Forgotten();
    folder.all().stream()
        .filter(order -> !unfinished(order) && forgotten.mayStandIn(order))
        .forEach(order -> folder.delete(order.packageId()));
    folder.sweep(keptSince(), settings.maxTotal().toBytes());
  }

  /** A sweep that throws would be the last one. */
  private void sweepOrSayWhy() {
    try {
      sweep();
    } catch (RuntimeException e) {
      LOG.error("Old audit packages could not be removed.", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    worker.shutdownNow();
  }
}
