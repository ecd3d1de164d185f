package org.aidledger.core.document;

import java.util.UUID;
import org.aidledger.core.identity.NameBasedId;

/** Identity of a source document at one entry. */
public record DocumentId(UUID value) {

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is not a UUID
   */
  public static DocumentId of(String text) {
    return new DocumentId(UUID.fromString(text));
  }

  /**
   * The same content at the same entry is the same document, whatever its file is called.
   *
   * @param sha256 of the content, in lower-case hexadecimal digits
   */
  public static DocumentId of(UUID entryId, String sha256) {
    return new DocumentId(NameBasedId.of("Document", entryId.toString(), sha256));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
