package org.aidledger.api.upload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upload that arrived whole.
 *
 * @param kept what the keeper made of the file
 * @param fileName cleaned
 * @param fields the texts that came beside the file, by name
 */
public record Received<T>(T kept, String fileName, Map<String, String> fields) {

  /** A field beside the file, absent if it was not sent or left empty. */
  public @Nullable String field(String name) {
    String value = fields.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
