package org.aidledger.api.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.account.Role;
import org.aidledger.core.refusal.Refused;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The one place where roles are checked, before anything of the request's body is read. Controllers
 * of the libraries declare nothing; the paths in {@link SecurityConfiguration} guard those.
 */
final class RoleGate implements HandlerInterceptor {

  private static final String OURS = "org.aidledger.";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final CurrentActor current;
  private final RefusalLog refusals;

  RoleGate(CurrentActor current, RefusalLog refusals) {
    this.current = current;
    this.refusals = refusals;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)
        && request.getDispatcherType() == DispatcherType.REQUEST) {
      check(method, request.getMethod());
    }
    return true;
  }

  private void check(HandlerMethod method, String verb) {
    switch (Access.of(method)) {
      case Access.Everyone _ -> {}
      case Access.SignedInAccounts _ -> current.require();
      case Access.Holders holders -> require(method, verb, holders.roles());
      case Access.Nobody _ -> throw new ApiProblem(ApiCode.FORBIDDEN);
    }
  }

  private void require(HandlerMethod method, String verb, Set<Role> needed) {
    Actor actor = current.require();
    if (needed.stream().noneMatch(actor::has)) {
      Refused refused = Access.missing(needed);
      // Whoever merely looked at a wrong page is no case for the auditors.
      if (!READING.contains(verb)) {
        refusals.keep(orderOf(method), refused, actor.accountId());
      }
      throw refused;
    }
  }

  private static String orderOf(HandlerMethod method) {
    return method.getBeanType().getSimpleName().replace("Controller", "")
        + "."
        + method.getMethod().getName();
  }
}
