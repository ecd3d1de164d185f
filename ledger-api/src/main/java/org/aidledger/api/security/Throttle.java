package org.aidledger.api.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Counts attempts per key within a window that begins with the first. An attempt counts when it
 * begins and is given back when it succeeds, so that many guesses at once are no way around.
 */
public final class Throttle {

  private static final class Window {
    private long until;
    private int attempts;
  }

  private final LongSupplier nanoTime;
  private final Duration length;
  private final int limit;
  private final int maxKeys;
  private final Map<String, Window> windows = new LinkedHashMap<>();

  /**
   * A throttle without attempts.
   *
   * @param nanoTime monotonic, in nanoseconds
   * @param limit attempts within one window
   * @param maxKeys beyond which the oldest window is forgotten
   */
  public Throttle(LongSupplier nanoTime, Duration length, int limit, int maxKeys) {
    this.nanoTime = nanoTime;
    this.length = length;
    this.limit = limit;
    this.maxKeys = maxKeys;
  }

  /** Counts an attempt and returns zero, or returns how long to wait and counts nothing. */
  public synchronized Duration begin(String key) {
    long now = nanoTime.getAsLong();
    Window window = windows.get(key);
    if (window == null || now - window.until >= 0) {
      windows.remove(key);
      window = new Window();
      window.until = now + length.toNanos();
      windows.put(key, window);
      forgetOldest(now);
    }
    if (window.attempts >= limit) {
      return Duration.ofNanos(window.until - now);
    }
    window.attempts++;
    return Duration.ZERO;
  }

  /** Takes back one attempt, which succeeded or could not be judged. */
  synchronized void giveBack(String key) {
    Window window = windows.get(key);
    if (window != null && window.attempts > 0) {
      window.attempts--;
    }
  }

  synchronized int size() {
    return windows.size();
  }

  /** Windows stand in the order in which they end, so the expired ones are in front. */
  private void forgetOldest(long now) {
    var oldest = windows.values().iterator();
    while (oldest.hasNext()) {
      Window window = oldest.next();
      if (now - window.until < 0 && windows.size() <= maxKeys) {
        return;
      }
      oldest.remove();
    }
  }
}
