package org.aidledger.api.dispatch;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that carry the position up to which a reader must have read to see what was written. */
public final class Positioned {

  /** Name of the header, in answers and in requests. */
  public static final String HEADER = "Ledger-Position";

  private Positioned() {}

  public static <T> ResponseEntity<T> ok(T body, long position) {
    return ResponseEntity.ok().header(HEADER, Long.toString(position)).body(body);
  }

  public static <T> ResponseEntity<T> created(String location, T body, long position) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create(location))
        .header(HEADER, Long.toString(position))
        .body(body);
  }
}
