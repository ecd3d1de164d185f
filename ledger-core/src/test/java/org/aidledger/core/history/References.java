package org.aidledger.core.history;

import java.util.Random;

/** References of one kind: new ones, and old ones with a liking for the newest. */
final class References {

  private final String prefix;
  private final Random random;
  private int count;

  References(String prefix, Random random) {
    this.prefix = prefix;
    this.random = random;
  }

  /** Mostly a new one, now and then one that was used before. */
  String next() {
    return random.nextInt(10) == 0 ? known() : prefix + ++count;
  }

  /** One that was used before, most likely lately. */
  String known() {
    int back = (int) Math.min(count, Math.abs(random.nextGaussian()) * 3);
    return prefix + Math.max(1, count - back);
  }
}
