package org.aidledger.api.account;

import java.util.Set;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.Passwords;
import org.aidledger.core.account.Role;

/** Reads orders about accounts, from bodies and from forms. */
public final class AccountOrders {

  private AccountOrders() {}

  /** A new account. */
  public record Opening(String username, String password, Set<Role> roles) {

    /** Says nothing of the secret, so that it ends up in no log. */
    @Override
    public String toString() {
      return "Opening";
    }
  }

  /**
   * A new password.
   *
   * @param oldPassword empty where none is asked for
   */
  public record NewPassword(String password, String oldPassword) {

    /** Says nothing of the secrets, so that they end up in no log. */
    @Override
    public String toString() {
      return "NewPassword";
    }
  }

  public static Opening opening(Shape body) {
    return body.read(
        b -> {
          String username = b.secret("username");
          String password = b.secret("password");
          Set<Role> roles = b.choices("roles", Role.class);
          if (!Passwords.isUsername(username)) {
            throw new ApiProblem(ApiCode.USERNAME_MALFORMED, "username");
          }
          Passwords.require("password", password);
          if (roles.isEmpty()) {
            throw new ApiProblem(ApiCode.LIST_EMPTY, "roles");
          }
          return new Opening(username, password, roles);
        });
  }

  public static Set<Role> roles(Shape body) {
    return body.read(b -> b.choices("roles", Role.class));
  }

  /**
   * Reads a new password.
   *
   * @param own whether the old one is asked for
   */
  public static NewPassword password(Shape body, boolean own) {
    return body.read(
        b -> {
          String password = b.secret("password");
          String old = own ? b.secret("oldPassword") : "";
          Passwords.require("password", password);
          return new NewPassword(password, old);
        });
  }
}
