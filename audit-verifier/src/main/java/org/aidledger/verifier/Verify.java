package org.aidledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.aidledger.verifier.given.Given;
import org.aidledger.verifier.given.GivenUnreadableException;
import org.aidledger.verifier.report.Report;
import org.aidledger.verifier.report.ReportJson;
import org.aidledger.verifier.report.ReportText;
import org.aidledger.verifier.scratch.NoScratchException;
import org.jspecify.annotations.Nullable;

/** {@code ./ledger verify FILE}: checks a receipt or an audit package. */
public final class Verify {

  /** Everything that was looked at holds. */
  public static final int GENUINE = 0;

  /** Something does not hold; standard output says what. */
  public static final int NOT_GENUINE = 1;

  /** The file cannot be read, or is neither a receipt nor a package. */
  public static final int NOT_READABLE = 2;

  /** The call was wrong. */
  public static final int WRONG_USE = 64;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final long LARGEST_RECEIPT = 64 * 1024 * 1024;

  private Verify() {}

  /**
   * Runs.
   *
   * @param locale the language, unless an argument names one
   * @param out gets everything there is to say
   * @return the exit status
   */
  public static int run(String[] arguments, Locale locale, PrintStream out) {
    Options options = Options.parse(arguments, locale).orElse(null);
    ReportText texts = new ReportText(options == null ? locale : options.locale());
    if (options == null) {
      out.println(texts.text("usage"));
      return WRONG_USE;
    }
    try {
      Given given = options.given();
      Report report = verify(options.file(), given);
      if (report == null) {
        out.println(texts.text("unreadable.kind"));
        return NOT_READABLE;
      }
      out.print(options.json() ? ReportJson.of(report) : texts.of(report));
      return report.genuine() ? GENUINE : NOT_GENUINE;
    } catch (GivenUnreadableException e) {
      out.println(texts.text("unreadable.given") + " " + e.getMessage());
      return NOT_READABLE;
    } catch (IOException e) {
      out.println(texts.text("unreadable.file"));
      return NOT_READABLE;
    } catch (NoScratchException e) {
      out.println(texts.text("unreadable.scratch") + " " + e.getMessage());
      return NOT_READABLE;
    } catch (InternalError e) {
      // So Java says that a mapped file is gone or damaged.
      out.println(texts.text("unreadable.scratch") + " " + System.getProperty("java.io.tmpdir"));
      return NOT_READABLE;
    } catch (OutOfMemoryError e) {
      // Java would end with 1, which says that the file is not genuine.
      out.println(texts.text("unreadable.memory"));
      return NOT_READABLE;
    } catch (RuntimeException e) {
      // A fault of this program must not read as one of the file.
      out.println(texts.text("unreadable.fault") + " " + e);
      return NOT_READABLE;
    } finally {
      out.flush();
    }
  }

  /**
   * Checks a file and leaves the telling to the caller; null if it is neither a receipt nor a
   * package.
   *
   * @param keys files with public keys, one a line
   * @param checkpoints files that the caller holds
   * @throws IOException if the file cannot be read
   */
  public static @Nullable Report report(Path file, List<Path> keys, List<Path> checkpoints)
      throws IOException {
    return verify(file, new Options(file, false, Locale.ROOT, checkpoints, keys).given());
  }

  private static @Nullable Report verify(Path file, Given given) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ZIP.length);
    }
    if (Arrays.equals(start, ZIP)) {
      return new PackageVerification(given).verify(file);
    }
    boolean json = new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    if (json && Files.size(file) <= LARGEST_RECEIPT) {
      return new ReceiptVerification(given).verify(Files.readAllBytes(file));
    }
    return null;
  }
}
