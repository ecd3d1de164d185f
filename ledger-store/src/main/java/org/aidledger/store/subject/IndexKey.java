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

  byte[] bytes() {
    return HexFormat.of().parseHex(hmac);
  }
}
