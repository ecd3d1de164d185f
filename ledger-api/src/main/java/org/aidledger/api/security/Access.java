package org.aidledger.api.security;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.actor.Actor;
import org.aidledger.core.account.Role;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Who may call a controller's method: what its annotations declare, else nobody. */
public sealed interface Access {

  /** Anyone, signed in or not. */
  record Everyone() implements Access {}

  /** Any account that is signed in. */
  record SignedInAccounts() implements Access {}

  /** Accounts that hold one of the roles. */
  record Holders(Set<Role> roles) implements Access {}

  /** Nothing was declared. */
  record Nobody() implements Access {}

  /** The declaration on the method, else the one on its class. */
  static Access of(HandlerMethod handler) {
    Access ofMethod = of(handler.getMethod());
    if (ofMethod != null) {
      return ofMethod;
    }
    Access ofClass = of(handler.getBeanType());
    return ofClass == null ? new Nobody() : ofClass;
  }

  private static @Nullable Access of(AnnotatedElement element) {
    RequiresRole required = element.getAnnotation(RequiresRole.class);
    if (required != null) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      roles.addAll(Arrays.asList(required.value()));
      return new Holders(roles);
    }
    if (element.isAnnotationPresent(AnyRole.class)) {
      return new Holders(EnumSet.allOf(Role.class));
    }
    if (element.isAnnotationPresent(AnyAccount.class)) {
      return new SignedInAccounts();
    }
    return element.isAnnotationPresent(OpenToAll.class) ? new Everyone() : null;
  }

  /**
   * Requires one of the roles, where the annotation cannot say it.
   *
   * @throws Refused with ROLE_MISSING
   */
  static void require(Actor actor, Role... needed) {
    if (Arrays.stream(needed).noneMatch(actor::has)) {
      throw missing(Arrays.asList(needed));
    }
  }

  /** The refusal that names the roles of which one is needed. */
  static Refused missing(Iterable<Role> needed) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    needed.forEach(roles::add);
    return new Refused(
        RuleCode.ROLE_MISSING,
        Map.of("needed", roles.stream().map(Role::name).collect(Collectors.joining(","))));
  }
}
