package org.aidledger.store.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.store.postgres.PrivateFile;

/**
 * Remembers the last countersigned head outside the database, so that an old copy of the database
 * that somebody puts back is noticed.
 */
record WitnessFile(Path file) {

  Optional<SignedNote> read() {
    try {
      return Optional.of(SignedNote.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new SealException("The countersigned head in " + file + " cannot be read.", e);
    }
  }

  void write(SignedNote note) {
    try {
      PrivateFile.write(file, note.toString());
    } catch (IOException e) {
      throw new SealException("The countersigned head cannot be written to " + file + ".", e);
    }
  }
}
