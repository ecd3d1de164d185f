package org.aidledger.api.web.evidence;

import java.util.List;

/**
 * A receipt on paper.
 *
 * @param origin name of the book
 * @param size events under the head
 * @param events in the order of their positions
 * @param checkpoint the head with its signatures, as a text
 * @param code what the QR code says, drawn
 */
record ReceiptSheet(
    String origin,
    String size,
    String root,
    boolean countersigned,
    List<Line> events,
    String checkpoint,
    String publicKey,
    QrCode code) {

  /**
   * One event of the donation or payout.
   *
   * @param amount as the sealed event names it, empty if it names none
   * @param hash of the leaf, in base64
   * @param hashes how many lead from the leaf to the root
   */
  record Line(
      String what, String amount, String recordedAt, long position, String hash, int hashes) {}
}
