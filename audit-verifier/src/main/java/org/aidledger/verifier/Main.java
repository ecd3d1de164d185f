package org.aidledger.verifier;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aidledger.verifier.witness.Countersign;

/** The auditor's program: it checks files, and countersigns heads. */
public final class Main {

  private static final String COUNTERSIGN = "countersign";

  private Main() {}

  /**
   * Runs and ends with the status. What begins with {@code countersign} does so; everything else
   * names a file to check.
   */
  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    boolean countersign = !given.isEmpty() && COUNTERSIGN.equals(given.getFirst());
    System.exit(
        countersign
            ? Countersign.run(
                given.subList(1, given.size()), Locale.getDefault(), Instant.now(), System.out)
            : Verify.run(arguments, Locale.getDefault(), System.out));
  }
}
