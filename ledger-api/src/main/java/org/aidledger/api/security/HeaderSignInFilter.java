package org.aidledger.api.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aidledger.api.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by its Authorization header, for this request alone. A header that is wrong
 * ends the request, even if a session came with it.
 */
final class HeaderSignInFilter extends OncePerRequestFilter {

  private final SignIn signIn;
  private final TokenSignIn tokens;
  private final Standings standings;
  private final Refusals refusals;
  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  HeaderSignInFilter(SignIn signIn, TokenSignIn tokens, Standings standings, Refusals refusals) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.standings = standings;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      chain.doFilter(request, response);
      return;
    }
    SignInOutcome outcome;
    try {
      outcome = check(AuthorizationHeader.of(header), request.getRemoteAddr());
    } catch (RuntimeException e) {
      // The database may be away; outside of the controllers nobody else would answer.
      refusals.answer(request, response, Problems.of(e));
      return;
    }
    switch (outcome) {
      case SignInOutcome.Accepted(SignedIn who) -> {
        enter(who, request, response);
        chain.doFilter(request, response);
      }
      case SignInOutcome.Rejected _ -> refusals.wrongCredentials(request, response);
      case SignInOutcome.Throttled(var remaining) ->
          refusals.tooManyAttempts(request, response, remaining);
    }
  }

  private SignInOutcome check(AuthorizationHeader header, String address) {
    SignInOutcome outcome = checkOnce(header, address);
    if (outcome instanceof SignInOutcome.Accepted(SignedIn who) && !standings.stillGood(who)) {
      // What was remembered is out of date; look again, and believe it only if it stands.
      signIn.forget(who.accountId());
      outcome = checkOnce(header, address);
      boolean stands =
          outcome instanceof SignInOutcome.Accepted(SignedIn now) && standings.stillGood(now);
      return stands ? outcome : new SignInOutcome.Rejected();
    }
    return outcome;
  }

  private SignInOutcome checkOnce(AuthorizationHeader header, String address) {
    return switch (header) {
      case AuthorizationHeader.Basic(String name, String password) ->
          signIn.check(name, password, address);
      case AuthorizationHeader.Bearer(String token) -> tokens.check(token, address);
      case AuthorizationHeader.Unreadable _ -> new SignInOutcome.Rejected();
    };
  }

  private void enter(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new LedgerAuthentication(who));
    SecurityContextHolder.setContext(context);
    // Answers that are finished on another thread find it again by the request.
    contexts.saveContext(context, request, response);
  }
}
