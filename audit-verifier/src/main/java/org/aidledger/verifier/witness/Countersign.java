package org.aidledger.verifier.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.verifier.given.GivenUnreadableException;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.aidledger.verifier.report.ReportJson;
import org.aidledger.verifier.report.ReportText;

/**
 * {@code ./ledger countersign}: the auditor as a witness (C2SP tlog-cosignature). It asks no server
 * and knows none: what it looks at are files, and what it makes is a file.
 */
public final class Countersign {

  /** The head was countersigned, or the key made. */
  public static final int DONE = 0;

  /** It was not; standard output says why. */
  public static final int REFUSED = 1;

  /** A file cannot be read or written. */
  public static final int NOT_READABLE = 2;

  /** The call was wrong. */
  public static final int WRONG_USE = 64;

  private Countersign() {}

  /**
   * Runs.
   *
   * @param locale the language, unless an argument names one
   * @param now the time that the countersignature will bear
   * @param out gets everything there is to say
   * @return the exit status
   */
  public static int run(List<String> arguments, Locale locale, Instant now, PrintStream out) {
    CountersignOptions options = CountersignOptions.parse(arguments, locale).orElse(null);
    ReportText texts = new ReportText(options == null ? locale : options.locale());
    if (options == null) {
      out.println(texts.text("usage.countersign"));
      return WRONG_USE;
    }
    try {
      Report report =
          switch (options) {
            case CountersignOptions.NewKey order -> newKey(order);
            case CountersignOptions.Head order -> new Countersigning(order).at(now);
          };
      out.print(options.json() ? ReportJson.of(report) : texts.of(report));
      return report.genuine() ? DONE : REFUSED;
    } catch (GivenUnreadableException e) {
      out.println(texts.text("unreadable.given") + " " + e.getMessage());
      return NOT_READABLE;
    } catch (IOException e) {
      out.println(texts.text("unwritable") + " " + e.getMessage());
      return NOT_READABLE;
    } finally {
      out.flush();
    }
  }

  private static Report newKey(CountersignOptions.NewKey order) throws IOException {
    Report report = new Report(Report.Kind.WITNESS_KEY);
    report.fact(Fact.FILE, order.file());
    try {
      Cosigner made = WitnessKey.make(order.file(), order.name());
      Path half = order.file().resolveSibling(order.file().getFileName() + ".pub");
      WholeFile.write(half, made.publicKey() + "\n");
      report.fact(Fact.PUBLIC_KEY_FILE, half);
      report.fact(Fact.WITNESS, made.publicKey());
      report.note(Note.GIVE_PUBLIC_KEY);
    } catch (FileAlreadyExistsException e) {
      report.findings().add(Code.WITNESS_KEY_EXISTS, "file", order.file());
    } catch (NoteException e) {
      report.findings().add(Code.WITNESS_NAME, "name", order.name());
    }
    return report;
  }
}
