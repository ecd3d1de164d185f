package org.aidledger.api.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.person.People;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.projections.ReadPosition;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The first reading of a file of donations: every line is compared with the book and with the
 * others, and everything is decided that the posting will do. Nothing is recorded.
 */
final class Check {

  /** How long the check waits for read models; what they lack then, the posting finds. */
  private static final Duration CATCH_UP = Duration.ofMinutes(2);

  private static final int NOTE_EVERY = 5_000;

  private final DataSource dataSource;
  private final ImportRows rows;
  private final LineRows lines;
  private final Examination examination;
  private final BookComparison book;
  private final People people;
  private final BookPositions positions;
  private final ReadPosition reading;

  Check(
      DataSource dataSource,
      ImportRows rows,
      LineRows lines,
      Examination examination,
      BookComparison book,
      People people,
      BookPositions positions,
      ReadPosition reading) {
    this.dataSource = dataSource;
    this.rows = rows;
    this.lines = lines;
    this.examination = examination;
    this.book = book;
    this.people = people;
    this.positions = positions;
    this.reading = reading;
  }

  /** Reads the file and leaves its lines and findings in the tables. */
  void run(ImportRow row, RosterReading file, LineKeys keys, Work work) {
    lines.clear(row.number());
    reading.await(positions.head(), CATCH_UP);
    stage(row, file, new Drafts(keys, row.file().sha256()), work);
    lines.analyse();
    new Repetitions(lines, book, keys, row).settle();
    rows.keepFindings(row.number(), examination.examine(row));
    examination.count(row.number(), 0);
  }

  private void stage(ImportRow row, RosterReading file, Drafts drafts, Work work) {
    try (Connection connection = dataSource.getConnection();
        RosterLines found = file.open()) {
      connection.setAutoCommit(false);
      List<Correction> corrections;
      try (LineCopy copy = new LineCopy(connection, row.number())) {
        Staging staging = new Staging(row.fundId(), drafts, book, people, copy);
        int done = 0;
        for (RosterLine line = found.next(); line != null; line = found.next()) {
          staging.add(line);
          if (++done % NOTE_EVERY == 0) {
            work.progress(done, estimate(done, file.file().bytesRead(), row.file().bytes()));
          }
        }
        corrections = staging.finish();
        work.progress(done, done);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      lines.addCorrections(row.number(), row.choices().startedBy(), corrections);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("The lines could not be staged.", e);
    }
  }

  private static long estimate(long done, long read, long bytes) {
    return read == 0 ? done : Math.max(done, Math.round((double) done * bytes / read));
  }
}
