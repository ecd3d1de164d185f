package org.aidledger.verifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aidledger.verifier.given.Given;
import org.aidledger.verifier.given.GivenFile;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param file the receipt or package
 * @param checkpointFiles checkpoints that the auditor holds
 * @param keyFiles each with public keys, one a line
 */
record Options(
    Path file, boolean json, Locale locale, List<Path> checkpointFiles, List<Path> keyFiles) {

  /** Empty if the arguments make no sense. */
  static Optional<Options> parse(String[] arguments, Locale locale) {
    @Nullable Path file = null;
    boolean json = false;
    Locale language = locale;
    List<Path> checkpoints = new ArrayList<>();
    List<Path> keys = new ArrayList<>();
    List<String> left = new ArrayList<>(List.of(arguments));
    while (!left.isEmpty()) {
      String argument = left.removeFirst();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      if (equals > 0) {
        left.addFirst(argument.substring(equals + 1));
        argument = argument.substring(0, equals);
      }
      if (argument.equals("--json") && equals < 0) {
        json = true;
      } else if (argument.startsWith("--")) {
        if (left.isEmpty()) {
          return Optional.empty();
        }
        String value = left.removeFirst();
        switch (argument) {
          case "--checkpoint" -> checkpoints.add(Path.of(value));
          case "--key" -> keys.add(Path.of(value));
          case "--language" -> language = Locale.forLanguageTag(value);
          default -> {
            return Optional.empty();
          }
        }
      } else if (file == null) {
        file = Path.of(argument);
      } else {
        return Optional.empty();
      }
    }
    return file == null
        ? Optional.empty()
        : Optional.of(new Options(file, json, language, checkpoints, keys));
  }

  /** Reads what the auditor holds. */
  Given given() {
    return new Given(
        keyFiles.stream().flatMap(path -> new GivenFile(path).keys().stream()).toList(),
        checkpointFiles.stream()
            .map(path -> new Given.Text(path.toString(), new GivenFile(path).text()))
            .toList());
  }
}
