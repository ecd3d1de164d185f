package org.aidledger.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A short request gets a processor while long ones compute. */
class CarriersTest {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final VirtualThreadSchedulerMXBean scheduler =
      ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

  @BeforeEach
  void asJavaHasIt() {
    scheduler.setParallelism(PROCESSORS);
  }

  @AfterEach
  void asTheLedgerHasIt() {
    System.clearProperty(Carriers.PROPERTY);
    Carriers.multiply();
  }

  @Test
  void asManyThatComputeAsThereAreProcessorsLeaveRoomForAnother() throws Exception {
    Carriers.multiply();
    AtomicBoolean computing = new AtomicBoolean(true);
    CountDownLatch begun = new CountDownLatch(PROCESSORS);
    CountDownLatch answered = new CountDownLatch(1);
    try {
      for (int i = 0; i < PROCESSORS; i++) {
        Thread.startVirtualThread(
            () -> {
              begun.countDown();
              while (computing.get()) {
                Thread.onSpinWait();
              }
            });
      }
      assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      Thread.startVirtualThread(answered::countDown);
      assertThat(answered.await(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      computing.set(false);
    }
  }

  @Test
  void anotherNumberThatWasAskedForStays() {
    System.setProperty(Carriers.PROPERTY, Integer.toString(PROCESSORS));
    Carriers.multiply();
    assertThat(scheduler.getParallelism()).isEqualTo(PROCESSORS);
  }
}
