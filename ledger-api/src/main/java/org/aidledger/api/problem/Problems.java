package org.aidledger.api.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.aidledger.api.admission.QueueFull;
import org.aidledger.core.refusal.Refused;
import org.aidledger.projections.replay.ReplayInProgress;
import org.aidledger.store.seal.HeadContradictedException;
import org.aidledger.store.seal.SealException;
import org.aidledger.store.seal.WitnessRefusedException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Finds the problem in whatever was thrown. */
public final class Problems {

  private static final int BUSY_SECONDS = 1;
  private static final int STORE_SECONDS = 5;
  private static final int MAX_CAUSES = 12;

  private Problems() {}

  /** The problem to answer; what is no one's fault but ours is logged and answered as INTERNAL. */
  public static Problem of(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < MAX_CAUSES; depth++) {
      Problem known = known(at);
      if (known != null) {
        return known;
      }
      at = at.getCause();
    }
    return Faults.log(thrown);
  }

  private static @Nullable Problem known(Throwable thrown) {
    return switch (thrown) {
      case ApiProblem e -> e.problem();
      case Refused e -> Problem.of(e);
      case IncompatibleAggregateException _ -> Problem.of(ApiCode.NOT_FOUND);
      case AggregateNotFoundException _ -> Problem.of(ApiCode.NOT_FOUND);
      case EventStoreException _ -> later(ApiCode.STORE_UNAVAILABLE, STORE_SECONDS);
      case QueueFull e -> later(ApiCode.QUEUE_FULL, e.retryAfterSeconds());
      case RejectedExecutionException _ -> later(ApiCode.QUEUE_FULL, BUSY_SECONDS);
      case ReplayInProgress _ -> later(ApiCode.REPLAY_RUNNING, STORE_SECONDS);
      case ConcurrencyException _ -> later(ApiCode.BUSY, BUSY_SECONDS);
      case CannotGetJdbcConnectionException _ -> later(ApiCode.STORE_UNAVAILABLE, STORE_SECONDS);
      case CannotCreateTransactionException _ -> later(ApiCode.STORE_UNAVAILABLE, STORE_SECONDS);
      case DataAccessResourceFailureException _ -> later(ApiCode.STORE_UNAVAILABLE, STORE_SECONDS);
      case TransientDataAccessException _ -> later(ApiCode.BUSY, BUSY_SECONDS);
      case WitnessRefusedException _ -> Problem.of(ApiCode.CHECKPOINT_REFUSED);
      case HeadContradictedException e ->
          Problem.of(
              ApiCode.HEAD_CONTRADICTED,
              null,
              Map.of("countersigned", e.countersigned(), "sealed", e.sealed()));
      case SealException e when e.getCause() instanceof SQLException ->
          later(ApiCode.STORE_UNAVAILABLE, STORE_SECONDS);
      case SealException e -> Faults.broken(e);
      case RequestRejectedException e
          when e.getCause() instanceof InvalidParameterException why
              && why.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value() ->
          Problem.of(ApiCode.BODY_TOO_LARGE);
      case RequestRejectedException _ -> Problem.of(ApiCode.MALFORMED_URL);
      default -> web(thrown);
    };
  }

  private static @Nullable Problem web(Throwable thrown) {
    return switch (thrown) {
      case MissingServletRequestParameterException e ->
          Problem.of(ApiCode.PARAMETER_MISSING, e.getParameterName(), Map.of());
      case MethodArgumentTypeMismatchException e -> mismatch(e);
      case TypeMismatchException e ->
          Problem.of(ApiCode.PARAMETER_MALFORMED, e.getPropertyName(), Map.of());
      case HttpMessageNotReadableException _ -> Problem.of(ApiCode.MALFORMED_JSON);
      case HttpRequestMethodNotSupportedException e ->
          Problem.of(
              ApiCode.METHOD_NOT_ALLOWED,
              null,
              Map.of("method", e.getMethod(), "allowed", allowed(e)));
      case HttpMediaTypeNotSupportedException _ -> Problem.of(ApiCode.MEDIA_TYPE_UNSUPPORTED);
      case ErrorResponse e -> ofStatus(e.getStatusCode().value());
      default -> null;
    };
  }

  /** The problem behind a bare status, as an error dispatch or a library reports it. */
  public static @Nullable Problem ofStatus(int status) {
    return switch (HttpStatus.resolve(status)) {
      case UNAUTHORIZED -> Problem.of(ApiCode.UNAUTHENTICATED);
      case FORBIDDEN -> Problem.of(ApiCode.FORBIDDEN);
      case NOT_FOUND -> Problem.of(ApiCode.ROUTE_UNKNOWN);
      case METHOD_NOT_ALLOWED -> Problem.of(ApiCode.METHOD_NOT_ALLOWED);
      case NOT_ACCEPTABLE -> Problem.of(ApiCode.NOT_ACCEPTABLE);
      case CONTENT_TOO_LARGE -> Problem.of(ApiCode.BODY_TOO_LARGE);
      case UNSUPPORTED_MEDIA_TYPE -> Problem.of(ApiCode.MEDIA_TYPE_UNSUPPORTED);
      case SERVICE_UNAVAILABLE -> later(ApiCode.BUSY, BUSY_SECONDS);
      case null -> null;
      default -> status < 500 && status >= 400 ? Problem.of(ApiCode.MALFORMED_REQUEST) : null;
    };
  }

  private static Problem mismatch(MethodArgumentTypeMismatchException e) {
    // Our own converters throw problems that say more than Spring can.
    if (NestedExceptionUtils.getRootCause(e) instanceof ApiProblem precise) {
      Problem p = precise.problem();
      return new Problem(p.status(), p.code(), e.getName(), p.facts());
    }
    return Problem.of(ApiCode.PARAMETER_MALFORMED, e.getName(), Map.of());
  }

  private static List<String> allowed(HttpRequestMethodNotSupportedException e) {
    String[] methods = e.getSupportedMethods();
    return methods == null ? List.of() : List.of(methods);
  }

  private static Problem later(ApiCode code, int seconds) {
    return Problem.of(code, null, Map.of(Problem.RETRY_AFTER, seconds));
  }
}
