package org.aidledger.api.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.aidledger.api.web.browser.PagesServer;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveBalancesTest {

  private final LiveBalances live = PagesServer.shared().bean(LiveBalances.class);

  @Test
  void takesNoMoreListenersThanItCanServe() {
    int before = live.listeners();
    java.util.List<Listener> taken = new java.util.ArrayList<>();
    try {
      while (live.listeners() < LiveBalances.MAX_LISTENERS) {
        Listener listener = new Listener(new SseEmitter(), 0);
        assertThat(live.add(listener)).isTrue();
        taken.add(listener);
      }
      assertThat(live.add(new Listener(new SseEmitter(), 0))).isFalse();
    } finally {
      taken.forEach(live::remove);
    }
    assertThat(live.listeners()).isEqualTo(before);
  }
}
