package org.aidledger.api.web.trail;

import java.util.EnumSet;
import java.util.Set;
import org.aidledger.api.actor.Actor;
import org.aidledger.core.account.Role;

/** Who may read the trail: those who work on it or check it, not those who only see balances. */
public final class TrailAccess {

  private static final Set<Role> READERS =
      EnumSet.of(Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR);

  private TrailAccess() {}

  public static boolean isFor(Actor actor) {
    return READERS.stream().anyMatch(actor::has);
  }
}
