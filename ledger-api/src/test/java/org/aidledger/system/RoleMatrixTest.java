package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who may do what: every endpoint, asked by one account of every role. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class RoleMatrixTest {

  private static final List<String> EVERYBODY =
      List.of("finance", "approver", "cashier", "auditor", "viewer", "admin");
  private static final String READERS = "finance approver cashier auditor";

  /** An endpoint and the accounts that may call it. */
  record Rule(String endpoint, Set<String> allowed, boolean open) {
    @Override
    public String toString() {
      return endpoint;
    }
  }

  private final RunningLedger ledger;

  RoleMatrixTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  private static Rule rule(String endpoint, String allowed) {
    return new Rule(
        endpoint,
        allowed.equals("*")
            ? Set.copyOf(EVERYBODY)
            : Set.copyOf(Arrays.asList(allowed.split(" ", -1))),
        false);
  }

  /** For everybody, also without an account. */
  private static Rule open(String endpoint) {
    return new Rule(endpoint, Set.copyOf(EVERYBODY), true);
  }

  static Stream<Rule> rules() {
    return Stream.of(
        rule("POST /funds", "finance admin"),
        rule("GET /funds", "*"),
        rule("GET /funds/{fundId}", "*"),
        rule("GET /funds/{fundId}/balance", "*"),
        rule("POST /funds/{fundId}/publication", "finance"),
        rule("DELETE /funds/{fundId}/publication", "finance"),
        open("GET /public/funds"),
        open("GET /public/funds/{fundId}"),
        rule("GET /balances", "*"),
        rule("GET /funds.{format}", "*"),
        rule("GET /balances.{format}", "*"),
        rule("GET /months.{format}", "*"),
        rule("GET /funds/{fundId}/months.{format}", "*"),
        rule("GET /funds/{fundId}/donations.{format}", READERS),
        rule("GET /funds/{fundId}/donation-units.{format}", READERS),
        rule("GET /payouts.{format}", READERS),
        rule("GET /payout-batches.{format}", READERS),
        rule("POST /funds/{fundId}/freeze", "finance approver"),
        rule("POST /funds/{fundId}/unfreeze", "finance approver"),
        rule("POST /funds/{fundId}/closure", "finance"),
        rule("POST /funds/{fundId}/changes", "finance admin"),
        rule("POST /funds/{fundId}/changes/{changeId}/confirmation", "finance approver admin"),
        rule("POST /funds/{fundId}/opening-balance", "finance"),
        rule("POST /funds/{fundId}/income", "finance"),
        rule("POST /funds/{fundId}/expense", "finance"),
        rule("POST /transfers", "finance"),
        rule("POST /funds/{fundId}/donations", "finance"),
        rule("POST /funds/{fundId}/donations/batch", "finance"),
        rule("GET /donations/{donationId}", READERS),
        rule("POST /funds/{fundId}/imports", "finance"),
        rule("GET /imports", READERS),
        rule("GET /imports.{format}", READERS),
        rule("GET /imports/{importId}/lines.{format}", READERS),
        rule("GET /imports/{importId}/corrections.{format}", READERS),
        rule("GET /imports/{importId}/gone.{format}", READERS),
        rule("GET /imports/{importId}/gone", READERS),
        rule("GET /imports/{importId}", READERS),
        rule("DELETE /imports/{importId}", "finance"),
        rule("GET /imports/{importId}/lines", READERS),
        rule("GET /imports/{importId}/events", READERS),
        rule("GET /imports/{importId}/refusals", "finance"),
        rule("GET /imports/{importId}/mapping", "finance"),
        rule("PUT /imports/{importId}/mapping", "finance"),
        rule("GET /imports/{importId}/corrections", READERS),
        rule("POST /imports/{importId}/corrections/confirmation", "finance approver"),
        rule("POST /imports/{importId}/posting", "finance"),
        rule("POST /donations/{donationId}/correction", "finance approver"),
        rule("POST /donations/{donationId}/reversal", "finance approver"),
        rule("POST /entries/{entryId}/reversal", "finance approver"),
        rule("POST /funds/{fundId}/payouts", "finance"),
        rule("POST /funds/{fundId}/payout-batches", "finance"),
        rule("GET /payouts/{payoutId}", READERS),
        rule("GET /payouts/{payoutId}/bank-account", "cashier"),
        rule("POST /payouts/{payoutId}/approval", "approver"),
        rule("POST /payouts/{payoutId}/rejection", "approver"),
        rule("POST /payouts/{payoutId}/payment", "cashier"),
        rule("POST /payouts/{payoutId}/return", "cashier"),
        rule("POST /payouts/{payoutId}/cancellation", "finance approver"),
        rule("GET /payout-batches/{batchId}", READERS),
        rule("POST /payout-batches/{batchId}/approval", "approver"),
        rule("POST /payout-batches/{batchId}/rejection", "approver"),
        rule("POST /donations/{donationId}/documents", "finance cashier"),
        rule("GET /donations/{donationId}/documents", READERS),
        rule("POST /entries/{entryId}/documents", "finance cashier"),
        rule("GET /entries/{entryId}/documents", READERS),
        rule("POST /transfers/{transferId}/documents", "finance cashier"),
        rule("GET /transfers/{transferId}/documents", READERS),
        rule("POST /payouts/{payoutId}/documents", "finance cashier"),
        rule("GET /payouts/{payoutId}/documents", READERS),
        rule("POST /payout-batches/{payoutBatchId}/documents", "finance cashier"),
        rule("GET /payout-batches/{payoutBatchId}/documents", READERS),
        rule("GET /documents/{documentId}", READERS),
        rule("GET /payout-batches/{batchId}/bank-file", "cashier"),
        rule("POST /payout-batches/{batchId}/bank-results", "cashier"),
        rule("GET /funds/{fundId}/trail", READERS),
        rule("GET /funds/{fundId}/trail.{format}", READERS),
        rule("GET /periods", READERS),
        rule("GET /periods/{period}", READERS),
        rule("GET /periods/{period}/statements", READERS),
        rule("GET /periods/{period}/statements/{statement}", READERS),
        rule("POST /periods/{period}/closing", "finance"),
        rule("POST /periods/{period}/confirmation", "finance approver"),
        rule("POST /periods/{period}/reopening", "finance"),
        rule("GET /audit/trail", "auditor"),
        rule("GET /audit/exceptions", "auditor"),
        rule("GET /audit/exceptions.{format}", "auditor"),
        rule("GET /audit/samples", "auditor"),
        rule("GET /audit/samples.{format}", "auditor"),
        rule("GET /audit/findings", "finance auditor"),
        rule("GET /audit/findings.{format}", "finance auditor"),
        rule("POST /audit/findings", "auditor"),
        rule("GET /audit/findings/{findingId}", "finance auditor"),
        rule("POST /audit/findings/{findingId}/answers", "finance"),
        rule("POST /audit/findings/{findingId}/closure", "auditor"),
        rule("GET /audit/refusals", "auditor"),
        rule("GET /audit/readings", "auditor"),
        rule("GET /audit/trail.{format}", "auditor"),
        rule("GET /audit/refusals.{format}", "auditor"),
        rule("GET /audit/readings.{format}", "auditor"),
        rule("GET /audit/balances.{format}", "auditor"),
        rule("GET /audit/correction-report", "auditor"),
        rule("GET /audit/correction-report.{format}", "auditor"),
        rule("GET /audit/correction-report/figures.{format}", "auditor"),
        rule("POST /audit/replays", "auditor"),
        rule("GET /audit/replays/{replayId}", "auditor"),
        rule("GET /audit/checkpoint", "auditor"),
        rule("GET /audit/proofs/inclusion", "auditor"),
        rule("GET /audit/proofs/consistency", "auditor"),
        rule("POST /audit/witness", "auditor"),
        rule("POST /audit/packages", "auditor"),
        rule("GET /audit/packages", "auditor"),
        rule("GET /audit/packages/{packageId}", "auditor"),
        rule("GET /audit/packages/{packageId}/file", "auditor"),
        rule("GET /donations/{donationId}/receipt", READERS),
        rule("GET /payouts/{payoutId}/receipt", READERS),
        rule("POST /subjects/search", "admin"),
        rule("POST /subjects/{subjectId}/key-destruction", "admin"),
        rule("POST /subjects/{subjectId}/key-destruction/confirmation", "admin approver"),
        rule("POST /accounts", "admin"),
        rule("GET /accounts", "admin auditor"),
        rule("GET /accounts.{format}", "admin auditor"),
        rule("GET /accounts/me", "*"),
        rule("GET /accounts/{accountId}", "admin auditor"),
        rule("PUT /accounts/{accountId}/roles", "admin"),
        rule("POST /accounts/{accountId}/roles", "admin"),
        rule("POST /accounts/{accountId}/disable", "admin"),
        rule("POST /accounts/{accountId}/password", "admin"),
        rule("POST /tokens", "*"),
        rule("GET /tokens", "*"),
        rule("DELETE /tokens/{tokenId}", "*"));
  }

  /** Nothing is changed: the ids name nothing, and the bodies lack what is needed. */
  @ParameterizedTest
  @MethodSource("rules")
  void onlyTheRolesOfTheTableMay(Rule rule) {
    String method = rule.endpoint().split(" ", -1)[0];
    String path =
        rule.endpoint().split(" ", -1)[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    int nobody = send(Desk.anonymous(ledger.port()), method, path).status();
    assertThat(nobody == 401).as("without an account, " + nobody).isEqualTo(!rule.open());
    for (String account : EVERYBODY) {
      Answer answer = send(ledger.desk(account), method, path);
      if (rule.allowed().contains(account)) {
        assertThat(answer.status())
            .as(account + " may, " + answer.text())
            .isIn(200, 202, 400, 404, 409);
      } else {
        assertThat(answer.status()).as(account + " may not").isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("ROLE_MISSING");
      }
    }
  }

  /** A monitor gets along with an account that sees only sums. */
  @ParameterizedTest
  @CsvSource({
    "/actuator/prometheus, viewer admin auditor",
    "/actuator/metrics, admin auditor",
    "/actuator/info, admin auditor"
  })
  void figuresOfTheProcessAreForFew(String path, String allowed) {
    assertThat(Desk.anonymous(ledger.port()).get(path).status()).isEqualTo(401);
    for (String account : EVERYBODY) {
      int expected = Set.of(allowed.split(" ", -1)).contains(account) ? 200 : 403;
      assertThat(ledger.desk(account).get(path).status()).as(account).isEqualTo(expected);
    }
  }

  @Test
  void theApiDocumentNamesTheQueueWhereSomethingIsRecorded() {
    JsonNode paths = ledger.desk("viewer").read("/v3/api-docs").path("paths");
    JsonNode record = paths.path("/api/v1/funds/{fundId}/donations").path("post");
    assertThat(record.path("responses").path("429").path("headers").has("Retry-After")).isTrue();
    for (String beside : List.of("/api/v1/subjects/search", "/api/v1/tokens")) {
      assertThat(paths.path(beside).path("post").path("responses").has("429")).as(beside).isFalse();
    }
    assertThat(paths.path("/api/v1/funds").path("get").path("responses").has("429")).isFalse();
  }

  @Test
  void theApiDocumentNamesWhatATrailCanBeAskedFor() {
    JsonNode paths = ledger.desk("viewer").read("/v3/api-docs").path("paths");
    JsonNode trail = paths.path("/api/v1/funds/{fundId}/trail").path("get");
    assertThat(
            trail.path("parameters").valueStream().map(one -> one.path("name").asString()).toList())
        .contains("fundId", "cursor", "limit", "effectiveFrom", "entriesOnly", "order", "lang");
  }

  private static Answer send(Desk desk, String method, String path) {
    return desk.send(
        method,
        path,
        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
  }

  @Test
  void theTableAndTheApiDocumentNameTheSameEndpoints() {
    JsonNode paths = ledger.desk("viewer").read("/v3/api-docs").path("paths");
    Set<String> documented = new TreeSet<>();
    for (String path : paths.propertyNames()) {
      for (String method : paths.path(path).propertyNames()) {
        if (path.startsWith("/api/v1")) {
          documented.add(
              method.toUpperCase(Locale.ROOT) + " " + path.substring("/api/v1".length()));
        }
      }
    }
    Set<String> tested = new TreeSet<>();
    rules().forEach(rule -> tested.add(rule.endpoint()));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(tested);
  }
}
