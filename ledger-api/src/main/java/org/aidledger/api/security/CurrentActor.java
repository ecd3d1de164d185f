package org.aidledger.api.security;

import java.util.Optional;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts in the current request, with the roles that the book gives them now. */
public final class CurrentActor {

  private final RoleDirectory roles;

  public CurrentActor(RoleDirectory roles) {
    this.roles = roles;
  }

  /**
   * The actor.
   *
   * @throws ApiProblem UNAUTHENTICATED if nobody is signed in
   */
  public Actor require() {
    return find().orElseThrow(() -> new ApiProblem(ApiCode.UNAUTHENTICATED));
  }

  public Optional<Actor> find() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  /** By what the actor signed in. */
  public SignedIn signedIn() {
    return signedIn(SecurityContextHolder.getContext().getAuthentication())
        .orElseThrow(() -> new ApiProblem(ApiCode.UNAUTHENTICATED));
  }

  Optional<Actor> of(@Nullable Authentication authentication) {
    return signedIn(authentication)
        .map(who -> new Actor(who.accountId(), roles.rolesOf(who.accountId())));
  }

  private static Optional<SignedIn> signedIn(@Nullable Authentication authentication) {
    return authentication != null
            && authentication.isAuthenticated()
            && authentication.getPrincipal() instanceof SignedIn who
        ? Optional.of(who)
        : Optional.empty();
  }
}
