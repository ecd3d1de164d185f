package org.aidledger.api.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.projections.replay.EventSource;
import org.aidledger.projections.replay.Replay;
import org.aidledger.projections.replay.ReplayInProgress;
import org.aidledger.projections.replay.ReplayRun;
import org.jspecify.annotations.Nullable;

/** Starts replays and remembers the last of them by their ids. */
public final class ReplayDesk {

  private static final int REMEMBERED = 50;

  private final Replay replay;
  private final EventSource events;
  private final Cache<UUID, ReplayRun> runs = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  private volatile @Nullable UUID latest;

  public ReplayDesk(Replay replay, EventSource events) {
    this.replay = replay;
    this.events = events;
  }

  /**
   * Starts a replay on a thread of its own.
   *
   * @throws ReplayInProgress if one runs already
   */
  public UUID start() {
    try {
      ReplayRun run =
          replay.start(
              events, false, work -> Thread.ofPlatform().daemon().name("replay").start(work));
      UUID id = UUID.randomUUID();
      runs.put(id, run);
      latest = id;
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("the replay could not be started", e);
    }
  }

  /** The last replay that was started here, absent if there was none since the start. */
  public Optional<UUID> latest() {
    return Optional.ofNullable(latest);
  }

  /** A replay that was started here and is still remembered. */
  public Optional<ReplayRun> find(UUID id) {
    return Optional.ofNullable(runs.getIfPresent(id));
  }
}
