package org.aidledger.verifier.witness;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the auditor asks for. */
sealed interface CountersignOptions {

  /** The language of the answer. */
  Locale locale();

  /** Whether the answer is for a program. */
  boolean json();

  /**
   * A new key.
   *
   * @param file must not exist
   * @param name of the witness, such as {@code auditor.example/w1}
   */
  record NewKey(Path file, String name, boolean json, Locale locale)
      implements CountersignOptions {}

  /**
   * A countersignature.
   *
   * @param checkpoint the head, as the server gave it
   * @param witnessKey the private key
   * @param bookKeys a file with the public key of the book
   * @param proof that the head continues the last one; null if none was given
   * @param first that no head of this book was countersigned before
   * @param state where the last countersigned head is kept
   * @param out where the countersigned head goes
   */
  record Head(
      Path checkpoint,
      Path witnessKey,
      Path bookKeys,
      @Nullable Path proof,
      boolean first,
      Path state,
      Path out,
      boolean json,
      Locale locale)
      implements CountersignOptions {}

  /** Options that are followed by a value. */
  Set<String> VALUED =
      Set.of(
          "--new-key",
          "--name",
          "--witness-key",
          "--key",
          "--proof",
          "--state",
          "--out",
          "--language");

  /** Empty if the arguments make no sense. */
  static Optional<CountersignOptions> parse(List<String> arguments, Locale locale) {
    Map<String, String> values = new HashMap<>();
    List<String> files = new ArrayList<>();
    List<String> left = new ArrayList<>(arguments);
    while (!left.isEmpty()) {
      String argument = left.removeFirst();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      if (equals > 0) {
        left.addFirst(argument.substring(equals + 1));
        argument = argument.substring(0, equals);
      }
      if (!argument.startsWith("--")) {
        files.add(argument);
      } else if (equals < 0 && (argument.equals("--json") || argument.equals("--first"))) {
        values.put(argument, "");
      } else if (!VALUED.contains(argument)
          || left.isEmpty()
          || values.put(argument, left.removeFirst()) != null) {
        return Optional.empty();
      }
    }
    try {
      return of(values, files, locale);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<CountersignOptions> of(
      Map<String, String> values, List<String> files, Locale locale) {
    Locale language =
        values.containsKey("--language")
            ? Locale.forLanguageTag(values.getOrDefault("--language", ""))
            : locale;
    boolean json = values.containsKey("--json");
    Set<String> given = values.keySet();
    if (values.containsKey("--new-key")) {
      Set<String> allowed = Set.of("--new-key", "--name", "--json", "--language");
      if (!files.isEmpty() || !values.containsKey("--name") || !allowed.containsAll(given)) {
        return Optional.empty();
      }
      return Optional.of(
          new NewKey(
              Path.of(values.getOrDefault("--new-key", "")),
              values.getOrDefault("--name", ""),
              json,
              language));
    }
    if (files.size() != 1
        || values.containsKey("--name")
        || !given.containsAll(Set.of("--witness-key", "--key"))) {
      return Optional.empty();
    }
    String checkpoint = files.getFirst();
    String witnessKey = values.getOrDefault("--witness-key", "");
    String proof = values.get("--proof");
    return Optional.of(
        new Head(
            Path.of(checkpoint),
            Path.of(witnessKey),
            Path.of(values.getOrDefault("--key", "")),
            proof == null ? null : Path.of(proof),
            values.containsKey("--first"),
            Path.of(values.getOrDefault("--state", witnessKey + ".last")),
            Path.of(values.getOrDefault("--out", checkpoint + ".countersigned")),
            json,
            language));
  }
}
