package org.aidledger.api.security;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** Welcome. */
  record Accepted(SignedIn who) implements SignInOutcome {}

  /** The name, password or token is wrong, or the account cannot sign in. */
  record Rejected() implements SignInOutcome {}

  /** Too many attempts failed; this one was not looked at. */
  record Throttled(Duration remaining) implements SignInOutcome {}
}
