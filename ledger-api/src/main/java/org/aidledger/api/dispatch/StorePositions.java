package org.aidledger.api.dispatch;

import java.util.function.Supplier;
import org.aidledger.store.event.Appended;
import org.aidledger.store.event.AppendedPositions;
import org.aidledger.store.event.PostgresEventStorageEngine;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** The positions as the book's own store on PostgreSQL gives them. */
public final class StorePositions implements BookPositions {

  private final AppendedPositions appended;
  private final PostgresEventStorageEngine engine;

  public StorePositions(AppendedPositions appended, PostgresEventStorageEngine engine) {
    this.appended = appended;
    this.engine = engine;
  }

  @Override
  public <R extends @Nullable Object> Executed<R> around(
      String messageId, Supplier<CommandResultMessage<R>> order) {
    appended.expect(messageId);
    Appended landed = null;
    R result;
    try {
      result = order.get().getPayload();
    } finally {
      landed = appended.take(messageId).orElse(null);
    }
    return landed == null
        ? new Executed<>(result, -1, head())
        : new Executed<>(result, landed.firstPosition(), landed.lastPosition());
  }

  @Override
  public long head() {
    return engine.headPosition();
  }
}
