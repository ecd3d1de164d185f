package org.aidledger.verifier.check;

import org.aidledger.verifier.scratch.Chains;
import org.aidledger.verifier.scratch.Scratch;
import org.aidledger.verifier.scratch.Table;

/** What stands of donations and other entries, by the numbers of their streams. */
final class Entered {

  private static final int AMOUNT = 0;
  private static final int RECORDER = 1;
  private static final int LATER = 2;
  private static final int COLUMNS = 3;

  private static final int WHO_RECORDED = 0;
  private static final int REFUNDS = 1;
  private static final int REVERSED = 2;
  private static final int LATER_COLUMNS = 3;

  private final Table entries;

  /** Of the few to which something happened after they were recorded. */
  private final Table later;

  private final Chains recorders;

  Entered(Scratch scratch) {
    entries = new Table(scratch, COLUMNS);
    later = new Table(scratch, LATER_COLUMNS);
    recorders = new Chains(scratch);
  }

  void record(long stream, long amount, long account) {
    entries.set(stream, AMOUNT, amount);
    entries.set(stream, RECORDER, account + 1);
  }

  /** Whether it was recorded in what is shown. */
  boolean known(long stream) {
    return entries.get(stream, RECORDER) != 0;
  }

  long amount(long stream) {
    return entries.get(stream, AMOUNT);
  }

  void setAmount(long stream, long amount) {
    entries.set(stream, AMOUNT, amount);
  }

  /** Whether the account had a hand in what stands. */
  boolean recordedBy(long stream, long account) {
    return recorders.contains(later.get(later(stream), WHO_RECORDED), account);
  }

  void addRecorder(long stream, long account) {
    long row = later(stream);
    long list = later.get(row, WHO_RECORDED);
    if (!recorders.contains(list, account)) {
      later.set(row, WHO_RECORDED, recorders.with(list, account));
    }
  }

  boolean reversed(long stream) {
    return later.get(later(stream), REVERSED) != 0;
  }

  void reverse(long stream) {
    later.set(later(stream), REVERSED, 1);
  }

  /** The newest of its {@link Refunds}. */
  long refunds(long stream) {
    return later.get(later(stream), REFUNDS);
  }

  void setRefunds(long stream, long newest) {
    later.set(later(stream), REFUNDS, newest);
  }

  private long later(long stream) {
    long known = entries.get(stream, LATER) - 1;
    if (known >= 0) {
      return known;
    }
    long row = later.add();
    entries.set(stream, LATER, row + 1);
    long recorder = entries.get(stream, RECORDER) - 1;
    if (recorder >= 0) {
      later.set(row, WHO_RECORDED, recorders.with(0, recorder));
    }
    return row;
  }
}
