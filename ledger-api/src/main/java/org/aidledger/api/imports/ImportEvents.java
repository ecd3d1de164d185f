package org.aidledger.api.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells listeners how far an import is. Any node may work on it, so its row is asked twice a second
 * while somebody listens, and only what changed is sent.
 */
public final class ImportEvents implements SmartLifecycle {

  private static final int MOST_LISTENERS = 200;
  private static final long LOOK_MILLIS = 500;

  /** How long a listener hears nothing while nothing changes. */
  private static final long BEAT_NANOS = Duration.ofSeconds(10).toNanos();

  /**
   * After this the listener connects anew, so that who has signed out meanwhile is told no more.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ImportDesk desk;
  private final Semaphore places = new Semaphore(MOST_LISTENERS);
  private volatile CountDownLatch closing = new CountDownLatch(1);

  ImportEvents(ImportDesk desk) {
    this.desk = desk;
  }

  /**
   * Opens a stream; null if too many are open.
   *
   * @param id of an import that there is
   */
  @org.jspecify.annotations.Nullable
  SseEmitter open(UUID id, Locale language) {
    ImportView first = desk.progress(id, language);
    if (!isRunning() || !places.tryAcquire()) {
      return null;
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Thread.ofVirtual().name("import-listener").start(() -> tell(emitter, id, first, language));
    return emitter;
  }

  private void tell(SseEmitter emitter, UUID id, ImportView first, Locale language) {
    try {
      String sent = "";
      long beat = System.nanoTime();
      for (ImportView now = first; ; now = desk.progress(id, language)) {
        String data = JSON.writeValueAsString(Told.of(now));
        if (!data.equals(sent)) {
          emitter.send(SseEmitter.event().name("progress").data(data));
          sent = data;
          beat = System.nanoTime();
        } else if (System.nanoTime() - beat > BEAT_NANOS) {
          emitter.send(SseEmitter.event().comment("still here"));
          beat = System.nanoTime();
        }
        boolean rests = now.state() != ImportState.RUNNING;
        if (rests || closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      // The listener went away; there is nobody left to tell.
      emitter.completeWithError(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      emitter.completeWithError(failure);
    } finally {
      places.release();
    }
  }

  /** What a listener is told; the rest stands in the import itself. */
  record Told(
      ImportState state,
      ImportPhase phase,
      long lines,
      long recorded,
      long alreadyRecorded,
      long refused,
      String total,
      ImportView.ProgressView progress) {

    static Told of(ImportView view) {
      return new Told(
          view.state(),
          view.phase(),
          view.lines(),
          view.recorded(),
          view.alreadyRecorded(),
          view.refused(),
          view.total(),
          view.progress());
    }
  }

  @Override
  public void start() {
    closing = new CountDownLatch(1);
  }

  /** Ends all streams, before the web server begins to wait for what is still being answered. */
  @Override
  public void stop() {
    closing.countDown();
  }

  @Override
  public boolean isRunning() {
    return closing.getCount() > 0;
  }
}
