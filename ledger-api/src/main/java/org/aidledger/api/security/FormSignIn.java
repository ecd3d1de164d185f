package org.aidledger.api.security;

import java.time.Duration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs people in by the form on the page. */
final class FormSignIn implements AuthenticationProvider {

  /** Too many attempts failed. */
  static final class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration remaining;

    TooManyAttempts(Duration remaining) {
      super("too many attempts");
      this.remaining = remaining;
    }

    Duration remaining() {
      return remaining;
    }
  }

  private final SignIn signIn;

  FormSignIn(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "";
    String password = attempt.getCredentials() instanceof String text ? text : "";
    return switch (signIn.check(attempt.getName(), password, address)) {
      case SignInOutcome.Accepted(SignedIn who) -> new LedgerAuthentication(who);
      case SignInOutcome.Rejected _ -> throw new BadCredentialsException("wrong");
      case SignInOutcome.Throttled(Duration remaining) -> throw new TooManyAttempts(remaining);
    };
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
