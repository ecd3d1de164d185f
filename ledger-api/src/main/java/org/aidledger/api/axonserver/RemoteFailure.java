package org.aidledger.api.axonserver;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.grpc.StatusRuntimeException;
import java.util.Map;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * A failure on its way from the node that carried out an order to the node that gave it. The
 * messages of exceptions stay behind, since some quote the values that they were about.
 *
 * @param facts of a refusal, or the stream that is unknown
 * @param name the code of a refusal, or the class of the fault
 */
record RemoteFailure(Kind kind, String name, Map<String, String> facts) {

  private static final String STREAM = "stream";
  private static final int MOST_CAUSES = 12;

  /** What went wrong, as far as the asking node has to tell one from another. */
  enum Kind {
    REFUSED,
    UNKNOWN_STREAM,
    COLLIDED,
    NO_HANDLER,
    UNAVAILABLE,
    FAULT
  }

  static RemoteFailure of(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
      if (at instanceof Refused refused) {
        return new RemoteFailure(Kind.REFUSED, refused.code().name(), refused.facts());
      }
      if (at instanceof AggregateNotFoundException unknown) {
        return new RemoteFailure(
            Kind.UNKNOWN_STREAM,
            "",
            Map.of(STREAM, String.valueOf(unknown.getAggregateIdentifier())));
      }
      Kind kind = kind(at);
      if (kind != Kind.FAULT) {
        return new RemoteFailure(kind, at.getClass().getSimpleName(), Map.of());
      }
      at = at.getCause();
    }
    return new RemoteFailure(Kind.FAULT, thrown.getClass().getName(), Map.of());
  }

  private static Kind kind(Throwable thrown) {
    return switch (thrown) {
      case ConcurrencyException _, AggregateStreamCreationException _, DeadlockException _ ->
          Kind.COLLIDED;
      case NoHandlerForCommandException _ -> Kind.NO_HANDLER;
      case AxonServerException e ->
          switch (e.getErrorCategory()) {
            case ErrorCategory.INVALID_EVENT_SEQUENCE -> Kind.COLLIDED;
            case ErrorCategory.NO_HANDLER_FOR_COMMAND -> Kind.NO_HANDLER;
            default -> Kind.UNAVAILABLE;
          };
      case StatusRuntimeException e ->
          GrpcExceptionParser.parse(e) instanceof ConcurrencyException
              ? Kind.COLLIDED
              : Kind.UNAVAILABLE;
      case EventStoreException _ -> Kind.UNAVAILABLE;
      case org.axonframework.axonserver.connector.AxonServerException _ -> Kind.UNAVAILABLE;
      case org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException _ ->
          Kind.UNAVAILABLE;
      // A timeout of the append: the events may be there all the same.
      case org.axonframework.messaging.ExecutionException _ -> Kind.UNAVAILABLE;
      default -> Kind.FAULT;
    };
  }

  /** The answer to send instead of the exception. */
  CommandExecutionException answer() {
    return new CommandExecutionException(kind.name(), null, this);
  }

  /** The exception that the order would have ended with on this node. */
  RuntimeException exception(Throwable cause) {
    return switch (kind) {
      case REFUSED -> new Refused(RuleCode.valueOf(name), facts);
      case UNKNOWN_STREAM ->
          new AggregateNotFoundException(
              facts.getOrDefault(STREAM, ""), "There is no such stream.");
      case COLLIDED -> new ConcurrencyException("Another node was faster.", cause);
      case NO_HANDLER -> new NoHandlerForCommandException("No node takes this order now.");
      case UNAVAILABLE -> new EventStoreException("The order's outcome is not known.", cause);
      case FAULT -> new CommandExecutionException("An order failed: " + name, cause);
    };
  }

  /** What an order ended with, whatever the bus made of it. */
  static RuntimeException exceptionOf(Throwable answered) {
    return answered instanceof CommandExecutionException sent
            && sent.getDetails().orElse(null) instanceof RemoteFailure failure
        ? failure.exception(answered)
        : of(answered).exception(answered);
  }
}
