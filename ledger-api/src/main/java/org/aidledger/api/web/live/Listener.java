package org.aidledger.api.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One open page. Holds the latest figures until the page can take them; older ones that it did not
 * get round to are contained in them.
 */
final class Listener {

  /** How long a page hears nothing while nothing changes. */
  static final Duration BEAT = Duration.ofSeconds(10);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SseEmitter page;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private @Nullable LiveFunds latest;
  private String asked = "";
  private volatile long offered;
  private boolean closed;

  /** Begins after the position that the page shows. */
  Listener(SseEmitter page, long shown) {
    this.page = page;
    this.offered = shown;
  }

  /** The position that this listener was last given, whether or not the page has it yet. */
  long offered() {
    return offered;
  }

  /**
   * Leaves the latest figures for the page.
   *
   * @param time when the book was asked
   */
  void offer(LiveFunds funds, String time) {
    lock.lock();
    try {
      latest = funds;
      asked = time;
      offered = Math.max(offered, funds.position());
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sends until the page is gone; runs on a thread of its own. */
  void run() {
    long sent = offered;
    try {
      long nextBeat = System.nanoTime();
      while (true) {
        LiveFunds now;
        String time;
        lock.lock();
        try {
          while (!closed && !due(sent, nextBeat)) {
            news.await(BEAT.toNanos(), TimeUnit.NANOSECONDS);
          }
          if (closed || latest == null) {
            break;
          }
          now = latest;
          time = asked;
          // A beat says that the book was asked again, so each needs a fresh answer.
          latest = null;
        } finally {
          lock.unlock();
        }
        send(now, sent, time);
        sent = Math.max(sent, now.position());
        nextBeat = System.nanoTime() + BEAT.toNanos();
      }
      page.complete();
    } catch (IOException | IllegalStateException gone) {
      // The page was closed; there is nobody left to tell.
      page.completeWithError(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean due(long sent, long nextBeat) {
    return latest != null && (latest.position() > sent || System.nanoTime() - nextBeat >= 0);
  }

  private void send(LiveFunds now, long sent, String time) throws IOException {
    Map<String, Object> data = new TreeMap<>();
    data.put("at", time);
    data.put("position", now.position());
    if (now.position() > sent) {
      data.put("totals", now.totals());
      data.put(
          "funds",
          now.funds().entrySet().stream()
              .filter(fund -> fund.getValue().position() > sent)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
    page.send(
        SseEmitter.event()
            .id(Long.toString(Math.max(sent, now.position())))
            .name("balances")
            .data(JSON.writeValueAsString(data)));
  }
}
