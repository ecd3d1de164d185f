package org.aidledger.api.account;

import java.time.Duration;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.security.CurrentActor;
import org.aidledger.api.security.SignIn;
import org.aidledger.api.security.SignInOutcome;

/** Has people prove that they are still the ones who signed in, before their secrets change. */
public final class OwnPassword {

  private final SignIn signIn;
  private final CurrentActor current;

  OwnPassword(SignIn signIn, CurrentActor current) {
    this.signIn = signIn;
    this.current = current;
  }

  /** Refuses who came by a token: a token that leaked must not be able to outlive itself. */
  public void requireSignedInByPassword() {
    if (current.signedIn().tokenId() != null) {
      throw new ApiProblem(ApiCode.PASSWORD_SIGN_IN_REQUIRED);
    }
  }

  /** Requires the old password; wrong ones are counted like failed sign-ins. */
  public void require(String username, String oldPassword, String address) {
    requireSignedInByPassword();
    switch (signIn.check(username, oldPassword, address)) {
      case SignInOutcome.Accepted _ -> {}
      case SignInOutcome.Rejected _ ->
          throw new ApiProblem(ApiCode.OLD_PASSWORD_WRONG, "oldPassword");
      case SignInOutcome.Throttled(Duration remaining) ->
          throw new ApiProblem(
              ApiCode.TOO_MANY_ATTEMPTS,
              null,
              Map.of(Problem.RETRY_AFTER, Math.max(1, remaining.toSeconds() + 1)));
    }
  }
}
