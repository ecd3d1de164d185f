package org.aidledger.api.problem;

import org.springframework.http.HttpStatus;

/**
 * What can be wrong with a request before a rule of the domain looks at it. Stable: clients branch
 * on the names. The rules of the domain have codes of their own, {@link
 * org.aidledger.core.refusal.RuleCode}.
 */
public enum ApiCode {
  // The request as a whole.
  MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
  MALFORMED_URL(HttpStatus.BAD_REQUEST),
  BODY_MISSING(HttpStatus.BAD_REQUEST),
  INVALID_UTF8(HttpStatus.BAD_REQUEST),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST),
  JSON_LIMIT_EXCEEDED(HttpStatus.BAD_REQUEST),
  DUPLICATE_KEY(HttpStatus.BAD_REQUEST),
  UNKNOWN_FIELD(HttpStatus.BAD_REQUEST),
  PARAMETER_MISSING(HttpStatus.BAD_REQUEST),
  PARAMETER_MALFORMED(HttpStatus.BAD_REQUEST),

  // One field of it.
  FIELD_MISSING(HttpStatus.BAD_REQUEST),
  FIELDS_EXCLUSIVE(HttpStatus.BAD_REQUEST),
  WRONG_TYPE(HttpStatus.BAD_REQUEST),
  TEXT_TOO_LONG(HttpStatus.BAD_REQUEST),
  TEXT_MALFORMED(HttpStatus.BAD_REQUEST),
  CONTROL_CHARACTER(HttpStatus.BAD_REQUEST),
  AMOUNT_NOT_A_STRING(HttpStatus.BAD_REQUEST),
  AMOUNT_NOT_A_NUMBER(HttpStatus.BAD_REQUEST),
  AMOUNT_NOT_POSITIVE(HttpStatus.BAD_REQUEST),
  AMOUNT_TOO_LARGE(HttpStatus.BAD_REQUEST),
  AMOUNT_TOO_FINE(HttpStatus.BAD_REQUEST),
  CURRENCY_UNKNOWN(HttpStatus.BAD_REQUEST),
  DATE_MALFORMED(HttpStatus.BAD_REQUEST),
  DATE_IN_FUTURE(HttpStatus.BAD_REQUEST),
  DATE_TOO_EARLY(HttpStatus.BAD_REQUEST),
  INSTANT_MALFORMED(HttpStatus.BAD_REQUEST),
  VALUE_NOT_ALLOWED(HttpStatus.BAD_REQUEST),
  NUMBER_OUT_OF_RANGE(HttpStatus.BAD_REQUEST),
  HASH_MALFORMED(HttpStatus.BAD_REQUEST),
  ID_MALFORMED(HttpStatus.BAD_REQUEST),
  LIST_EMPTY(HttpStatus.BAD_REQUEST),
  LIST_TOO_LONG(HttpStatus.BAD_REQUEST),
  USERNAME_MALFORMED(HttpStatus.BAD_REQUEST),
  PASSWORD_TOO_SHORT(HttpStatus.BAD_REQUEST),
  PASSWORD_TOO_LONG(HttpStatus.BAD_REQUEST),

  // Who asks.
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  BAD_CREDENTIALS(HttpStatus.UNAUTHORIZED),
  CSRF_TOKEN_INVALID(HttpStatus.FORBIDDEN),
  FORBIDDEN(HttpStatus.FORBIDDEN),
  OLD_PASSWORD_WRONG(HttpStatus.FORBIDDEN),
  PASSWORD_SIGN_IN_REQUIRED(HttpStatus.FORBIDDEN),
  TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS),

  // What is asked for.
  ROUTE_UNKNOWN(HttpStatus.NOT_FOUND),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  MEDIA_TYPE_UNSUPPORTED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),

  // The house itself.
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR),
  READ_MODEL_BEHIND(HttpStatus.SERVICE_UNAVAILABLE),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  QUEUE_FULL(HttpStatus.TOO_MANY_REQUESTS),
  REPLAY_RUNNING(HttpStatus.CONFLICT),
  STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

  private final HttpStatus status;

  ApiCode(HttpStatus status) {
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }
}
