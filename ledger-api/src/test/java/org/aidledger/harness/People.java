package org.aidledger.harness;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.aidledger.core.account.Role;

/** Opens accounts that a test has for itself. */
public final class People {

  /** The password of all of them. */
  public static final String PASSWORD = "a long enough password";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int port;

  public People(int port) {
    this.port = port;
  }

  /** Opens an account and returns its name. */
  public String open(Role role) {
    String name = role.name().toLowerCase(Locale.ROOT) + "-" + COUNT.incrementAndGet();
    Client.Answer answer =
        new Client(port)
            .basic("admin", WebSide.PASSWORD)
            .post(
                "/api/v1/accounts",
                """
                {"username":"%s","password":"%s","roles":["%s"]}"""
                    .formatted(name, PASSWORD, role));
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return name;
  }

  /** The identifier of the account with this name. */
  public String idOf(String name) {
    return new Client(port)
        .basic(name, PASSWORD)
        .get("/api/v1/accounts/me")
        .json()
        .path("accountId")
        .asString();
  }
}
