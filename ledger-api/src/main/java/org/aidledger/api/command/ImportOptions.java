package org.aidledger.api.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code import} was asked for.
 *
 * @param file the audit package
 * @param data the folder of the empty ledger
 * @param sealKey the key that seals the rebuilt book; made if it is not there
 * @param keys files with public keys that the package must be signed with
 * @param checkpoints files with heads that it must continue or contain
 */
record ImportOptions(
    Path file, Path data, Path sealKey, List<Path> keys, List<Path> checkpoints, Locale language) {

  /** Empty if the options make no sense. */
  static Optional<ImportOptions> parse(List<String> options) {
    @Nullable Path file = null;
    @Nullable Path sealKey = null;
    Path data = Path.of("data");
    Locale language = Locale.getDefault();
    List<Path> keys = new ArrayList<>();
    List<Path> checkpoints = new ArrayList<>();
    List<String> left = new ArrayList<>(options);
    while (!left.isEmpty()) {
      String option = left.removeFirst();
      if (!option.startsWith("--")) {
        if (file != null) {
          return Optional.empty();
        }
        file = Path.of(option);
        continue;
      }
      if (left.isEmpty()) {
        return Optional.empty();
      }
      String value = left.removeFirst();
      switch (option) {
        case "--data" -> data = Path.of(value);
        case "--seal-key" -> sealKey = Path.of(value);
        case "--key" -> keys.add(Path.of(value));
        case "--checkpoint" -> checkpoints.add(Path.of(value));
        case "--language" -> language = Locale.forLanguageTag(value);
        default -> {
          return Optional.empty();
        }
      }
    }
    if (file == null) {
      return Optional.empty();
    }
    Path key = sealKey == null ? data.resolve("seal.key") : sealKey;
    return Optional.of(new ImportOptions(file, data, key, keys, checkpoints, language));
  }
}
