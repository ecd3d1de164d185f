package org.aidledger.api.dispatch;

import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** Learns at which positions of the book the facts of an order stand. */
public interface BookPositions {

  /**
   * Carries out an order.
   *
   * @param messageId identifier of the order's message
   * @param order dispatches the message and waits for its answer
   */
  <R extends @Nullable Object> Executed<R> around(
      String messageId, Supplier<CommandResultMessage<R>> order);

  /** The last position of the book, -1 when it is empty. */
  long head();
}
