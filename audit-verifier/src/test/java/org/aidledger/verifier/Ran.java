package org.aidledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run of the program said, and the status that it ended with. */
record Ran(int status, String out) {

  static Ran verify(Path file, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addFirst(file.toString());
    return of(arguments.toArray(new String[0]));
  }

  static Ran of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Verify.run(arguments, Locale.ENGLISH, new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Ran(status, out.toString(StandardCharsets.UTF_8));
  }
}
