package org.aidledger.api.statement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.reading.ReadWait;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Language;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.StatementsAtClosing;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.store.seal.BookExport;
import org.aidledger.store.seal.HeadContradictedException;
import org.aidledger.store.seal.SealException;
import org.aidledger.store.seal.SealLoop;

/**
 * Makes the statements of a closing while the funds are still, over a head that was signed for it,
 * and keeps nothing of them but their hashes.
 */
final class SealedStatements implements StatementsAtClosing {

  /** Sealing takes a fraction of a second; whoever waits longer closes without statements. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 50;

  private final StatementMaker maker;
  private final BookedQueries booked;
  private final PersonalTexts personal;
  private final BookExport book;
  private final SealLoop sealing;
  private final BookPositions positions;
  private final ReadWait wait;
  private final ZoneId zone;

  SealedStatements(
      StatementMaker maker,
      BookedQueries booked,
      PersonalTexts personal,
      BookExport book,
      SealLoop sealing,
      BookPositions positions,
      ReadWait wait,
      ZoneId zone) {
    this.maker = maker;
    this.booked = booked;
    this.personal = personal;
    this.book = book;
    this.sealing = sealing;
    this.positions = positions;
    this.wait = wait;
    this.zone = zone;
  }

  @Override
  public Optional<ClosingStatements> of(String organisation, AccountingPeriod period) {
    long last = positions.head();
    return headOver(last).map(head -> statements(organisation, period, head));
  }

  private ClosingStatements statements(
      String organisation, AccountingPeriod period, Checkpoint head) {
    wait.until(head.size() - 1);
    StatementScope scope =
        new StatementScope(
            organisation, period, head.size(), head.origin(), head.root().toString(), zone);
    StatementWords words = StatementWords.in(Language.ZH);
    SortedMap<String, String> hashes = new TreeMap<>();
    for (StatementKind kind : StatementKind.values()) {
      NamedPeople people = new NamedPeople(personal, booked, scope.size(), words);
      byte[] file = maker.make(kind, scope, people, true, words, new XlsxSheet(zone));
      hashes.put(kind.name(), sha256(file));
    }
    return new ClosingStatements(
        StatementMaker.FORM,
        head.origin(),
        head.size(),
        head.root().toString(),
        hashes,
        zone.getId());
  }

  /** A signed head under which the last event of the book stands. */
  private Optional<Checkpoint> headOver(long last) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      do {
        sealing.wake();
        Optional<Checkpoint> head = book.steadyHead().map(SealedStatements::checkpoint);
        if (head.isPresent() && head.get().size() > last) {
          return head;
        }
        Thread.sleep(LOOK_MILLIS);
      } while (System.nanoTime() < end);
    } catch (HeadContradictedException | SealException broken) {
      // The list before closing says so, and refuses it where it must not go on.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private static Checkpoint checkpoint(SignedNote note) {
    return Checkpoint.of(note);
  }

  /** In hexadecimal, as tools at the command line print it. */
  static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }
}
