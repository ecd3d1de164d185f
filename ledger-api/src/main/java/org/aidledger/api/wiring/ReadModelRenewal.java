package org.aidledger.api.wiring;

import java.sql.SQLException;
import org.aidledger.projections.replay.Renewal;
import org.axonframework.lifecycle.Phase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Renews the read models at the start: after the event store is reachable, before the processors
 * write and the web server answers.
 */
final class ReadModelRenewal implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModelRenewal.class);
  private static final long SAY_EVERY = 100_000;

  private final Renewal renewal;
  private boolean done;

  ReadModelRenewal(Renewal renewal) {
    this.renewal = renewal;
  }

  @Override
  public void start() {
    try {
      if (renewal.renew(ReadModelRenewal::say)) {
        LOG.warn("The read models were of another version or damaged, and were built again.");
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the read models could not be renewed", failure);
    }
    done = true;
  }

  private static void say(long position) {
    // Batches do not end on round numbers, so the first one past a round number speaks.
    if ((position + 1) / SAY_EVERY > Math.max(0, position + 1 - 5_000) / SAY_EVERY) {
      LOG.info("The read models stand at position {}.", position);
    }
  }

  @Override
  public void stop() {
    done = false;
  }

  @Override
  public boolean isRunning() {
    return done;
  }

  @Override
  public int getPhase() {
    return Phase.INBOUND_EVENT_CONNECTORS - 10;
  }
}
