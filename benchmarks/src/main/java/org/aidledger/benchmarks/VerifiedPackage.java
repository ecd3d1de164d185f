package org.aidledger.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.aidledger.verifier.Verify;

/** An audit package, checked by what auditors check it with. */
record VerifiedPackage(Path file, long events) {

  /**
   * Verifies.
   *
   * @return how long that took, in seconds
   * @throws TieOutException if the package is not genuine, or has not all of its events
   */
  double verify() throws TieOutException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    long start = System.nanoTime();
    int status =
        Verify.run(
            new String[] {file.toString(), "--json"},
            Locale.ENGLISH,
            new PrintStream(said, true, StandardCharsets.UTF_8));
    double seconds = (System.nanoTime() - start) / 1e9;
    String out = said.toString(StandardCharsets.UTF_8);
    if (status != Verify.GENUINE || !out.contains("\"events\":\"" + events + "\"")) {
      throw new TieOutException(List.of("the package does not verify: " + out));
    }
    return seconds;
  }
}
