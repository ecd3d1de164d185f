package org.aidledger.api.axonserver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.aidledger.api.dispatch.CommandCall;
import org.aidledger.store.subject.SubjectVault;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Sends orders to whichever node Axon Server chooses. */
final class ServerCall implements CommandCall {

  /** Nodes tell Axon Server what they handle a moment after they have started. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();

  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private final CommandBus commands;
  private final SubjectVault vault;

  ServerCall(CommandBus commands, SubjectVault vault) {
    this.commands = commands;
    this.vault = vault;
  }

  /** People whom the order speaks of are in the vault before any event can speak of them. */
  @Override
  public CommandResultMessage<?> send(CommandMessage<Object> message) {
    vault.flush();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        return once(message);
      } catch (NoHandlerForCommandException nobody) {
        if (System.nanoTime() - deadline > 0) {
          throw new EventStoreException("No node takes orders.", nobody);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private CommandResultMessage<?> once(CommandMessage<Object> message) {
    FutureCallback<Object, Object> callback = new FutureCallback<>();
    commands.dispatch(message, callback);
    CommandResultMessage<?> answer = callback.getResult();
    if (answer.isExceptional()) {
      throw RemoteFailure.exceptionOf(answer.exceptionResult());
    }
    return answer;
  }
}
