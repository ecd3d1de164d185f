package org.aidledger.store.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.NavigableSet;
import java.util.function.LongConsumer;
import org.aidledger.evidence.merkle.TreeReader;

/**
 * Writes a slice as JSON lines: events that are shown, and in place of all others the roots of
 * complete branches, as few as possible. No branch reaches over the size of a checkpoint, so that
 * whoever reads can compute the root of each.
 */
final class SliceWriter {

  private static final int POSITION = 0;

  /** Names in the order of the columns behind the position, each with what stands before it. */
  private static final byte[][] NAMES = {
    ascii("{\"position\":"),
    ascii(",\"eventId\":"),
    ascii(",\"streamType\":"),
    ascii(",\"streamId\":"),
    ascii(",\"sequence\":"),
    ascii(",\"recordedAt\":"),
    ascii(",\"type\":"),
    ascii(",\"revision\":"),
    ascii(",\"payload\":"),
    ascii(",\"metadata\":")
  };

  private static final byte[] LEAVES = ascii(",\"leaves\":");
  private static final byte[] HASH = ascii(",\"hash\":\"");
  private static final byte[] HASH_END = ascii("\"}");
  private static final byte[] END = ascii("}");
  private static final int REPORT_EVERY = 1_000;

  private final JsonBytes out;
  private final TreeReader tree;
  private final NavigableSet<Long> cuts;
  private final LongConsumer progress;
  private long next;

  SliceWriter(JsonBytes out, TreeReader tree, NavigableSet<Long> cuts, LongConsumer progress) {
    this.out = out;
    this.tree = tree;
    this.cuts = cuts;
    this.progress = progress;
  }

  void shown(RowBytes row) throws SQLException, IOException {
    long position = row.number(POSITION);
    hideUpTo(position);
    for (int column = 0; column < NAMES.length; column++) {
      out.raw(NAMES[column]);
      switch (column) {
        case POSITION, 4, 5 -> out.number(row.number(column));
        case 1, 3 -> out.uuid(row.bytes(), row.offset(column));
        default -> out.text(row.bytes(), row.offset(column), row.length(column));
      }
    }
    out.raw(END);
    out.lineEnd();
    next = position + 1;
    if (next % REPORT_EVERY == 0) {
      progress.accept(next);
    }
  }

  /** Stands in for everything from the last line to before a position. */
  void hideUpTo(long end) throws IOException {
    while (next < end) {
      Long cut = cuts.higher(next);
      long most = (cut == null ? end : Math.min(cut, end)) - next;
      long aligned = next == 0 ? Long.MAX_VALUE : Long.lowestOneBit(next);
      long leaves = Math.min(Long.highestOneBit(most), aligned);
      out.raw(NAMES[POSITION]);
      out.number(next);
      out.raw(LEAVES);
      out.number(leaves);
      out.raw(HASH);
      out.raw(ascii(tree.branch(next, Long.numberOfTrailingZeros(leaves)).toString()));
      out.raw(HASH_END);
      out.lineEnd();
      next += leaves;
    }
  }

  /** Passes on what has gathered. */
  void flush() throws IOException {
    out.flush();
    progress.accept(next);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
