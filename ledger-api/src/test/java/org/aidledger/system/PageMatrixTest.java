package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.harness.Client;
import org.aidledger.system.PageRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and form, asked for by everybody: what the table does not allow is a 403. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PageMatrixTest {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private record Session(Client client, String token) {}

  private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

  private final RunningLedger ledger;

  PageMatrixTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void theTableNamesEveryPage() {
    assertThat(PageRules.all().stream().map(Rule::endpoint))
        .containsExactlyInAnyOrderElementsOf(PageRules.mapped());
  }

  /** Nothing is changed: the ids name nothing, and the forms are empty. */
  @ParameterizedTest
  @MethodSource("org.aidledger.system.PageRules#all")
  void onlyTheRolesOfTheTableMay(Rule rule) {
    String path = rule.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    Client stranger = new Client(ledger.port());
    int strange = send(new Session(stranger, ""), rule.method(), path);
    if (rule.isOpenToAll()) {
      assertThat(strange).as("open to all").isIn(200, 404);
      return;
    }
    assertThat(strange).as("signed out").isIn(302, 401, 403);
    for (String account : PageRules.EVERYBODY) {
      int status = send(session(account), rule.method(), path);
      if (rule.allowed().contains(account)) {
        assertThat(status).as(account + " may").isIn(200, 204, 302, 303, 400, 404, 409, 422);
      } else {
        assertThat(status).as(account + " may not").isEqualTo(403);
      }
    }
  }

  /** Only the status: some answers go on for as long as somebody listens. */
  private static int send(Session session, String method, String path) {
    return method.equals("GET")
        ? session.client().status(path)
        : session.client().form(path, "_csrf=" + encoded(session.token())).status();
  }

  private Session session(String account) {
    return SESSIONS.computeIfAbsent(account, this::signIn);
  }

  private Session signIn(String account) {
    Client client = new Client(ledger.port());
    String form =
        "username=%s&password=%s&_csrf=%s"
            .formatted(
                account, encoded(RunningLedger.PASSWORD), encoded(token(client.get("/login"))));
    assertThat(client.form("/login", form).status()).isEqualTo(302);
    return new Session(client, token(client.get("/")));
  }

  private static String token(Client.Answer page) {
    Matcher token = TOKEN.matcher(page.text());
    if (!token.find()) {
      throw new AssertionError("no token in " + page.text());
    }
    return token.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
