package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.harness.Client;
import org.aidledger.system.PageRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and form, asked for by everybody: what the table does not allow is a 403. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PageMatrixTest {

  private static final Map<String, PageClient> SESSIONS = new ConcurrentHashMap<>();

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
    PageClient stranger = new PageClient(new Client(ledger.port()), "");
    int strange = send(stranger, rule.method(), path);
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
  private static int send(PageClient page, String method, String path) {
    return method.equals("GET") ? page.client().status(path) : page.post(path, Map.of()).status();
  }

  private PageClient session(String account) {
    return SESSIONS.computeIfAbsent(account, name -> PageClient.signIn(ledger.port(), name));
  }
}
