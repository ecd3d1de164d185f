package org.aidledger.api.security;

import java.time.Instant;
import org.aidledger.core.account.AccountId;

/**
 * How an account signs in with a password.
 *
 * @param generation grows with every change of the password
 * @param admin whether the account counts as an administrator who can sign in
 */
public record Credential(
    AccountId accountId,
    String username,
    String passwordHash,
    State state,
    int generation,
    boolean admin,
    Instant passwordChangedAt) {

  /** Whether the account can sign in. */
  public enum State {
    /** The name is taken; the book does not know the account yet. */
    RESERVED,
    ACTIVE,
    DISABLED
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  /** Without the hash, so that it cannot reach a log. */
  @Override
  public String toString() {
    return "Credential[" + accountId + ", " + state + ", " + generation + "]";
  }
}
