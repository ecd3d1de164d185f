package org.aidledger.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Someone who proved who they are. Roles are not kept in it: they are asked for every time. */
final class LedgerAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final SignedIn who;

  LedgerAuthentication(SignedIn who) {
    super(List.of());
    this.who = who;
    setAuthenticated(true);
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public SignedIn getPrincipal() {
    return who;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LedgerAuthentication that && who.equals(that.who);
  }

  @Override
  public int hashCode() {
    return who.hashCode();
  }
}
