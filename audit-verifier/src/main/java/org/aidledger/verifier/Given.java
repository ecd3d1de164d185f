package org.aidledger.verifier;

import java.util.List;
import org.aidledger.evidence.note.VerifierKey;

/**
 * What the auditor holds.
 *
 * @param keys of the book and of witnesses
 * @param checkpoints from elsewhere, which the file must continue or contain
 */
record Given(List<VerifierKey> keys, List<Text> checkpoints) {

  /** A file's text with its name. */
  record Text(String name, String text) {}
}
