package org.aidledger.store.seal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.note.VerifierKey;

/**
 * Remembers the last notes that a key was found to have signed, because the same head is asked for
 * far more often than a new one is signed, and an Ed25519 signature takes longer to check than a
 * proof to read. Only the whole note, text and signatures, byte for byte, is recognised again, so
 * nothing that was altered passes; what is not genuine is never remembered.
 */
final class GenuineNotes {

  /** The head, and the countersigned ones here and in the file with up to nine signatures each. */
  private static final int MOST = 32;

  private final Map<Signed, Boolean> genuine =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Signed, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Whether a key has signed a note, as {@link SignedNote#signedBy} tells.
   *
   * @throws NoteException if a signature says that it was made with this key, and was not
   */
  boolean signed(SignedNote note, VerifierKey key) {
    Signed question = new Signed(note.toString(), key);
    synchronized (genuine) {
      if (genuine.containsKey(question)) {
        return true;
      }
    }
    boolean signed = note.signedBy(key);
    if (signed) {
      synchronized (genuine) {
        genuine.put(question, true);
      }
    }
    return signed;
  }

  private record Signed(String note, VerifierKey key) {}
}
