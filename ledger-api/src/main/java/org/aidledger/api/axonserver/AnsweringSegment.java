package org.aidledger.api.axonserver;

import org.aidledger.api.problem.Problems;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;

/**
 * The handlers of this node. Their answers go back over the network, so they carry the positions of
 * what was written, and failures in a form that the asking node understands.
 */
final class AnsweringSegment extends SimpleCommandBus {

  private final Landings landings;

  AnsweringSegment(Landings landings) {
    super(SimpleCommandBus.builder());
    this.landings = landings;
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    super.<C, R>dispatch(
        command, (order, result) -> callback.onResult(order, answer(order, result)));
  }

  private <R> CommandResultMessage<R> answer(
      CommandMessage<?> order, CommandResultMessage<R> result) {
    String id = order.getIdentifier();
    if (result.isExceptional()) {
      landings.drop(id);
      return failure(result.exceptionResult());
    }
    try {
      Landing landing = landings.take(id);
      return landing == null ? result : result.andMetaData(landing.metaData());
    } catch (RuntimeException lost) {
      return failure(lost);
    }
  }

  private static <R> CommandResultMessage<R> failure(Throwable thrown) {
    RemoteFailure failure = RemoteFailure.of(thrown);
    if (failure.kind() == RemoteFailure.Kind.FAULT) {
      // The asking node learns the class alone; here is the place for the rest.
      Problems.of(thrown);
    }
    return GenericCommandResultMessage.asCommandResultMessage(failure.answer());
  }
}
