package org.aidledger.api.account;

import org.aidledger.core.subject.SealedText;

/** Seals user names for the book, since a name may be a person's. */
public interface UsernameSealer {

  /** The name under a key of its own, which can be destroyed. */
  SealedText seal(String username);
}
