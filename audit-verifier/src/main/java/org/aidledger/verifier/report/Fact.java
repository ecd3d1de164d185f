package org.aidledger.verifier.report;

/** Figures and names at the head of a report. */
public enum Fact {
  BOOK("book"),
  PUBLIC_KEY("publicKey"),
  SIZE("size"),
  ROOT("root"),
  FUND("fundId"),
  FROM("from"),
  TO("to"),
  PEOPLE("people"),
  MADE_AT("createdAt"),
  EVENTS("events"),
  HASHES("hashes"),
  CHECKPOINTS("checkpoints"),
  COUNTERSIGNED("countersigned"),
  FUNDS("funds"),
  ENTRIES("entries"),
  STREAM("stream"),
  WITNESS("witness"),
  LAST_SIZE("lastSize"),
  FILE("file"),
  PUBLIC_KEY_FILE("publicKeyFile");

  private final String name;

  Fact(String name) {
    this.name = name;
  }

  /** Its name in JSON. */
  public String jsonName() {
    return name;
  }
}
