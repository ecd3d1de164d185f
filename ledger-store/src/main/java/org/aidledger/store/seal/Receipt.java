package org.aidledger.store.seal;

import java.util.List;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.InclusionProof;
import org.aidledger.evidence.note.SignedNote;

/** What can be shown of a stream to somebody who does not trust this server. */
public sealed interface Receipt {

  /** There is no such stream. */
  record Unknown() implements Receipt {}

  /** Its last event is not under a signed head yet; it will be in a few seconds. */
  record Waiting() implements Receipt {}

  /**
   * Every event of the stream with its proof.
   *
   * @param events in the order of their positions
   * @param head what the proofs lead to
   * @param countersigned whether a witness has countersigned that head
   */
  record Ready(List<Proven> events, SignedNote head, boolean countersigned) implements Receipt {

    /** Keeps a copy of the list. */
    public Ready {
      events = List.copyOf(events);
    }
  }

  /** One event and the proof that it is in the book; the proof names its position. */
  record Proven(EventLeaf leaf, InclusionProof proof) {}
}
