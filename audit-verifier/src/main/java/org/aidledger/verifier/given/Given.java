package org.aidledger.verifier.given;

import java.util.List;
import org.aidledger.evidence.note.VerifierKey;

/**
 * What the auditor holds.
 *
 * @param keys of the book and of witnesses
 * @param checkpoints from elsewhere, which the file must continue or contain
 */
public record Given(List<VerifierKey> keys, List<Text> checkpoints) {

  /** A file's text with its name. */
  public record Text(String name, String text) {}
}
