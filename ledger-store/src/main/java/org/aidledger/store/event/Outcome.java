package org.aidledger.store.event;

/** What became of one unit: it landed, it was refused alone, or its transaction failed. */
sealed interface Outcome {

  record Landed(Appended appended) implements Outcome {}

  /** Another event holds this place in the stream already. */
  record Collided(EventKey key) implements Outcome {}

  record Failed(Exception cause) implements Outcome {}
}
