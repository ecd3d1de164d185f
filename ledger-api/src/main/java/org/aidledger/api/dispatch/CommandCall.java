package org.aidledger.api.dispatch;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;

/** Sends one order to its handler and waits for its end. */
@FunctionalInterface
public interface CommandCall {

  /** The handler's answer; what the handler threw is thrown again as it was. */
  CommandResultMessage<?> send(CommandMessage<Object> message);

  /** Calls handlers of this process. */
  static CommandCall within(CommandBus commands) {
    return message -> {
      FutureCallback<Object, Object> callback = new FutureCallback<>();
      commands.dispatch(message, callback);
      CommandResultMessage<?> answer = callback.getResult();
      if (answer.isExceptional()) {
        switch (answer.exceptionResult()) {
          case RuntimeException thrown -> throw thrown;
          case Error thrown -> throw thrown;
          case Throwable thrown -> throw new CommandExecutionException("the order failed", thrown);
        }
      }
      return answer;
    };
  }
}
