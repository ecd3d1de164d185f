package org.aidledger.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An audit package through the auditor's program, against one plain pass over the same events:
 * SHA-256 of the bytes, and every line parsed to its texts, on one thread.
 */
final class Verification {

  static final String NAME = "verify";

  private static final int ROUNDS = 3;
  private static final int ROUNDS_QUICK = 1;

  private Verification() {}

  /**
   * Measures.
   *
   * @param few a package of a tenth of the book
   * @param all a package of all of it, which was verified before
   */
  static Result measure(Run run, VerifiedPackage few, VerifiedPackage all) throws Exception {
    int rounds = run.quick() ? ROUNDS_QUICK : ROUNDS;
    var _ = plainPass(all.file());
    double verified = 0;
    double plain = 0;
    MemoryPeaks.Peaks peaks;
    try (MemoryPeaks memory = new MemoryPeaks()) {
      for (int round = 0; round < rounds; round++) {
        verified += all.verify();
        plain += plainPass(all.file());
      }
      peaks = memory.peaks();
    }
    Figure figure = new Figure(verified / rounds, "s", plain / rounds, Floor.ratioAtMost(3));
    return Result.of(NAME, figure, all.events())
        .with(peaks)
        .withSetting("rounds", rounds)
        .withSetting("raw", "SHA-256 and JSON of events.jsonl on one thread")
        .withExtra("packageBytes", Files.size(all.file()))
        .withPoints(List.of(memory(few, all)));
  }

  /** What is reachable is the same for ten times the streams: those lie in a file. */
  private static Result memory(VerifiedPackage few, VerifiedPackage all) throws Exception {
    long atFew = LiveHeap.during(few::verify);
    long atAll = LiveHeap.during(all::verify);
    double each = (double) (atAll - atFew) / (all.events() - few.events());
    return FlatHeap.of("verify-memory", atFew, atAll, all.events())
        .withExtra("bytesPerEvent", each);
  }

  /** Reads, hashes and parses the events once; seconds. */
  static double plainPass(Path file) throws IOException, GeneralSecurityException, TieOutException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    long start = System.nanoTime();
    long characters = 0;
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream content = zip.getInputStream(zip.getEntry("events.jsonl"));
        InputStream digested = new DigestInputStream(content, sha256);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), digested)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          characters += parser.getStringLength();
        }
      }
    }
    String hash = HexFormat.of().formatHex(sha256.digest());
    double seconds = (System.nanoTime() - start) / 1e9;
    if (characters == 0 || hash.isEmpty()) {
      throw new TieOutException(List.of("the package has no events"));
    }
    return seconds;
  }
}
