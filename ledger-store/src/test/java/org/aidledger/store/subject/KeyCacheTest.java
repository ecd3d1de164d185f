package org.aidledger.store.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyCacheTest {

  private final UUID subject = UUID.randomUUID();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();
  private final KeyCache cache = new KeyCache(5, now::get);

  @Test
  void aKeyIsLoadedOnceWithinItsLifetimeAndAgainAfterIt() {
    load();
    now.set(4);
    load();
    assertThat(loads.get()).isOne();

    now.set(5);
    load();
    assertThat(loads.get()).isEqualTo(2);
  }

  @Test
  void aKeyThatIsLoadedWhileItIsDestroyedIsNotKept() {
    cache.get(
        List.of(subject),
        ids -> {
          cache.drop(subject);
          return keys();
        });
    load();
    assertThat(loads.get()).isOne();
  }

  private void load() {
    cache.get(
        List.of(subject),
        ids -> {
          loads.incrementAndGet();
          return keys();
        });
  }

  private Map<UUID, SubjectKeys> keys() {
    MasterKey master = new MasterKey(new byte[32]);
    return Map.of(subject, new SubjectKeys(master, subject, new byte[16]));
  }
}
