package org.aidledger.api.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** What an Authorization header says. */
sealed interface AuthorizationHeader {

  /** RFC 7617. */
  record Basic(String username, String password) implements AuthorizationHeader {}

  /** RFC 6750. */
  record Bearer(String token) implements AuthorizationHeader {}

  /** Another scheme, or one of the two written wrongly. */
  record Unreadable() implements AuthorizationHeader {}

  static AuthorizationHeader of(String header) {
    int blank = header.indexOf(' ');
    if (blank < 0) {
      return new Unreadable();
    }
    String rest = header.substring(blank + 1).strip();
    return switch (header.substring(0, blank).toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(rest);
      case "bearer" -> new Bearer(rest);
      default -> new Unreadable();
    };
  }

  private static AuthorizationHeader basic(String encoded) {
    try {
      byte[] bytes = Base64.getDecoder().decode(encoded);
      String pair = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Unreadable()
          : new Basic(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return new Unreadable();
    }
  }
}
