package org.aidledger.api.web.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.aidledger.api.actor.Actor;

/**
 * Carries out a form once, however often it is sent: a second click waits for the first and is
 * answered alike, a repetition after a dropped line is answered from memory. The same key with
 * other content is another form.
 */
final class PostedOnce {

  private static final int REMEMBERED = 20_000;
  private static final Duration KEPT = Duration.ofHours(2);

  private final Cache<String, CompletableFuture<Done>> outcomes =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(KEPT).build();

  Done run(Posted posted, Actor actor, Supplier<Done> work) {
    if (posted.key().isEmpty()) {
      return work.get();
    }
    String name = name(posted, actor);
    CompletableFuture<Done> mine = new CompletableFuture<>();
    CompletableFuture<Done> first = outcomes.asMap().putIfAbsent(name, mine);
    if (first != null) {
      return await(first);
    }
    try {
      Done done = work.get();
      mine.complete(done);
      return done;
    } catch (RuntimeException | Error failure) {
      // What failed left nothing behind and may be tried again.
      outcomes.asMap().remove(name, mine);
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static Done await(CompletableFuture<Done> first) {
    try {
      return first.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private static String name(Posted posted, Actor actor) {
    // Only the digest is kept: the content names people.
    String content = new TreeMap<>(posted.fields()).toString();
    return actor.accountId() + posted.request().getRequestURI() + digest(content);
  }

  private static String digest(String content) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
