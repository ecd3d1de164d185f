package org.aidledger.api.auditpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandedOnTest {

  @Test
  void everyByteArrivesInItsOrderHoweverItWasWritten() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] all = new byte[5_000_000];
    random.nextBytes(all);
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    try (HandedOn out = new HandedOn(arrived)) {
      out.write(all[0]);
      for (int at = 1; at < all.length; ) {
        int some = Math.min(all.length - at, random.nextInt(700_000));
        out.write(all, at, some);
        at += some;
      }
    }
    assertThat(Arrays.equals(arrived.toByteArray(), all)).as("seed %d", seed).isTrue();
  }

  @Test
  void nothingIsPassedOnWhereNothingWasWritten() throws Exception {
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    HandedOn out = new HandedOn(arrived);
    out.close();
    out.close();
    assertThat(arrived.size()).isZero();
  }

  @Test
  void aFullDiskEndsTheWritingAndNobodyWaitsForEver() {
    IOException full = new IOException("no room");
    OutputStream disk =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };
    assertThatThrownBy(
            () -> {
              try (HandedOn out = new HandedOn(disk)) {
                for (int i = 0; i < 100; i++) {
                  out.write(new byte[1_000_000]);
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasCause(full);
  }

  @Test
  void whoeverIsInterruptedLeaves() throws Exception {
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            try {
              Thread.sleep(600_000);
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
          }
        };
    Thread.currentThread().interrupt();
    HandedOn out = new HandedOn(slow);
    assertThatThrownBy(() -> out.write(new byte[4_000_000])).isInstanceOf(IOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
