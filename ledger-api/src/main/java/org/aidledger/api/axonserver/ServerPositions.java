package org.aidledger.api.axonserver;

import java.util.function.Supplier;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Executed;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** The positions as the node that carried out the order found them. */
final class ServerPositions implements BookPositions {

  private final ServerBook book;

  ServerPositions(ServerBook book) {
    this.book = book;
  }

  @Override
  public <R extends @Nullable Object> Executed<R> around(
      String messageId, Supplier<CommandResultMessage<R>> order) {
    CommandResultMessage<R> answer = order.get();
    Landing landing = Landing.of(answer.getMetaData());
    return landing == null
        ? new Executed<>(answer.getPayload(), -1, head())
        : new Executed<>(answer.getPayload(), landing.firstPosition(), landing.lastPosition());
  }

  @Override
  public long head() {
    return book.head();
  }
}
