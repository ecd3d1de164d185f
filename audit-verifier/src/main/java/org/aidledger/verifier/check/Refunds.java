package org.aidledger.verifier.check;

import java.util.UUID;
import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;

/**
 * What is reserved or paid out of donations, each by its payout; the refunds of one donation are
 * known by the newest, 0 if there is none.
 */
final class Refunds {

  private static final int STANDS = 0;
  private static final int AMOUNT = 1;
  private static final int LINKED = 2;
  private static final int NEXT = 3;
  private static final int COLUMNS = 4;

  private final KeyedTable table;

  Refunds(Scratch scratch) {
    table = new KeyedTable(scratch, COLUMNS);
  }

  /** Puts one in front, or in place of that of the same payout, and tells the newest. */
  long with(long refunds, UUID donation, String payout, long amount) {
    long row = table.rowOf(key(donation, payout));
    table.set(row, STANDS, 1);
    table.set(row, AMOUNT, amount);
    if (table.get(row, LINKED) != 0) {
      return refunds;
    }
    table.set(row, LINKED, 1);
    table.set(row, NEXT, refunds);
    return row + 1;
  }

  /** Takes one back; whether it stood. */
  boolean release(UUID donation, String payout) {
    long row = table.find(key(donation, payout));
    if (row < 0 || table.get(row, STANDS) == 0) {
      return false;
    }
    table.set(row, STANDS, 0);
    return true;
  }

  /** What stands. */
  long sum(long refunds) {
    long sum = 0;
    for (long link = refunds; link != 0; link = table.get(link - 1, NEXT)) {
      if (table.get(link - 1, STANDS) != 0) {
        sum = Math.addExact(sum, table.get(link - 1, AMOUNT));
      }
    }
    return sum;
  }

  private static String key(UUID donation, String payout) {
    return donation + " " + payout;
  }
}
