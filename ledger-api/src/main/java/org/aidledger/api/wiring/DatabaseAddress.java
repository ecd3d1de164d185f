package org.aidledger.api.wiring;

/** Where PostgreSQL is, and as whom to speak to it. */
record DatabaseAddress(String url, String user, String password) {

  /** Leaves the password out, for logs. */
  @Override
  public String toString() {
    return user + "@" + url;
  }
}
