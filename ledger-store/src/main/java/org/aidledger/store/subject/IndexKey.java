package org.aidledger.store.subject;

import java.util.HexFormat;

/**
 * One keyed digest by which a person is recognised.
 *
 * @param hmac hexadecimal
 */
record IndexKey(IndexKind kind, String hmac) {

  static IndexKey of(IndexKind kind, byte[] hmac) {
    return new IndexKey(kind, HexFormat.of().formatHex(hmac));
  }

  /** The first eight bytes as one number, as {@code ledger.digest_head} reads them. */
  long head() {
    return HexFormat.fromHexDigitsToLong(hmac, 0, 2 * Long.BYTES);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hmac);
  }
}
