package org.aidledger.api.web.evidence;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.store.seal.Receipt;

/**
 * What the QR code of a receipt says; docs/evidence describes it, and nothing in it is personal.
 */
final class ReceiptCode {

  /** The first line. */
  static final String FORMAT = "aidledger.org/receipt-code/v1";

  /** More lines would make the modules too small for a telephone. */
  static final int MOST_EVENTS = 12;

  private ReceiptCode() {}

  /**
   * The text, each line ended by a newline.
   *
   * @param kind donation or payout
   */
  static String of(String kind, String id, Receipt.Ready receipt) {
    List<String> lines = new ArrayList<>(List.of(FORMAT, kind + " " + id));
    List<Receipt.Proven> events = receipt.events();
    for (Receipt.Proven event :
        events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size())) {
      lines.add(event.proof().index() + " " + new TreeHasher().leaf(event.leaf().encoded()));
    }
    return String.join("\n", lines) + "\n" + Checkpoint.of(receipt.head()).text();
  }
}
