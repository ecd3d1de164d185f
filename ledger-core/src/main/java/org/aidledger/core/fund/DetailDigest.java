package org.aidledger.core.fund;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.core.identity.NameBasedId;

/** The digest that ties a control total to its details. */
public final class DetailDigest {

  private DetailDigest() {}

  /** SHA-256, in hex, over the ids in their order, joined by line feeds, in UTF-8. */
  public static String of(List<String> ids) {
    MessageDigest sha = NameBasedId.sha256();
    return HexFormat.of()
        .formatHex(sha.digest(String.join("\n", ids).getBytes(StandardCharsets.UTF_8)));
  }
}
