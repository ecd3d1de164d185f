package org.aidledger.api.web.live;

import java.time.Duration;
import org.aidledger.api.security.AnyRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events with the figures that changed since the page was made. */
@Controller
final class LiveStream {

  /** After this the page connects anew, so that who has signed out meanwhile is not told more. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final LiveBalances live;

  LiveStream(LiveBalances live) {
    this.live = live;
  }

  /**
   * Opens a stream; 503 if too many are open.
   *
   * @param since the position that the page shows
   * @param lastEventId the position that the page got last, if its stream was interrupted
   */
  @AnyRole
  @GetMapping(path = "/live/balances", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> open(
      @RequestParam(defaultValue = "-1") long since,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
    SseEmitter page = new SseEmitter(LONGEST.toMillis());
    Listener listener = new Listener(page, begin(since, lastEventId));
    if (!live.add(listener)) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "30")
          .build();
    }
    page.onCompletion(() -> end(listener));
    page.onTimeout(() -> end(listener));
    page.onError(gone -> end(listener));
    Thread.ofVirtual().name("live-page").start(listener::run);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(page);
  }

  private void end(Listener listener) {
    live.remove(listener);
    listener.close();
  }

  private static long begin(long since, @Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("\\d{1,18}")
        ? Long.parseLong(lastEventId)
        : since;
  }
}
