package org.aidledger.system;

import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** People stay unreadable in what is stored, and are gone when their key is. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class KeyDestructionTest {

  private static final String NAME = "欧阳明月";
  private static final String NUMBER = "110101198506152222";
  private static final String PAYEE = "司马清风";
  private static final String ACCOUNT = "6217001234567894321";
  private static final String REASON = "家属患病住院";
  private static final Map<String, Object> DONOR = Map.of("name", NAME, "identityNumber", NUMBER);

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk admin;
  private final Desk auditor;
  private final String fund;

  KeyDestructionTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    admin = ledger.desk("admin");
    auditor = ledger.desk("auditor");
    JsonNode opened = finance.post("/funds", fund("K.fund")).json();
    fund = "/funds/" + opened.path("fundId").asString();
  }

  private List<JsonNode> search(Map<String, Object> person) {
    return admin.order(200, "/subjects/search", person).path("items").valueStream().toList();
  }

  @Test
  void aDestroyedKeyTakesTheNameFromEverywhereAndLeavesTheMoney() throws Exception {
    Map<String, Object> body = donation("K-1", "88.00", DONOR);
    JsonNode recorded = finance.order(201, fund + "/donations", body);
    finance.order(201, fund + "/donations", donation("K-2", "12.00", DONOR));
    String path = "/donations/" + recorded.path("donationId").asString();
    assertThat(auditor.read(path).path("donor").path("name").asString()).isEqualTo(NAME);
    assertThat(auditor.read(fund + "/trail").toString()).contains(NAME);
    assertThat(auditor.get(fund + "/trail.csv").text()).contains(NAME);
    JsonNode balance = auditor.read(fund + "/balance");

    String slip =
        finance
            .upload(path + "/documents", "a.pdf", "%PDF-1.7 a".getBytes(StandardCharsets.UTF_8))
            .json()
            .path("documentId")
            .asString();
    assertThat(auditor.get("/documents/" + slip).status()).isEqualTo(200);

    List<JsonNode> found = search(Map.of("identityNumber", NUMBER));
    assertThat(found).as("two donations, one person").hasSize(1);
    assertThat(found.toString()).doesNotContain(NAME).doesNotContain(NUMBER);
    String key = "/subjects/" + found.getFirst().path("subjectId").asString() + "/key-destruction";
    assertThat(admin.refused(409, key + "/confirmation")).isEqualTo("KEY_DESTRUCTION_NOT_PENDING");
    admin.order(200, key, reason("本人要求"));
    assertThat(admin.refused(409, key + "/confirmation")).isEqualTo("SELF_CONFIRMATION");
    assertThat(auditor.read(path).path("donor").path("name").asString()).isEqualTo(NAME);
    ledger.desk("approver").order(200, key + "/confirmation");

    assertThat(auditor.get("/documents/" + slip).status()).isEqualTo(404);
    Waiting.until("the slip is deleted with its key", () -> !isStored(slip));
    JsonNode read = auditor.read(path);
    assertThat(read.path("donor").path("erased").asBoolean()).isTrue();
    assertThat(read.path("amount").asString()).isEqualTo("88.00");
    assertThat(read.toString()).doesNotContain(NAME).doesNotContain(NUMBER);
    assertThat(auditor.read(fund + "/trail").toString()).doesNotContain(NAME);
    assertThat(auditor.get(fund + "/trail.csv").text()).doesNotContain(NAME).contains("88.00");
    assertThat(search(Map.of("identityNumber", NUMBER))).isEmpty();
    assertThat(search(Map.of("name", NAME))).isEmpty();
    assertThat(without(auditor.read(fund + "/balance"))).isEqualTo(without(balance));
    assertThat(admin.refused(409, key, reason("再次"))).isEqualTo("KEY_DESTROYED");
    JsonNode again = finance.order(200, fund + "/donations", body);
    assertThat(again.path("status").asString()).isEqualTo("ALREADY_RECORDED");
    BookCheck.hold(ledger);
  }

  @Test
  void aFileOfABatchIsReadOnRecordAndGoesWithItsLastPayee() {
    String batch =
        finance
            .order(
                201,
                fund + "/payout-batches",
                Map.of(
                    "reference",
                    "K-B1",
                    "payouts",
                    List.of(
                        payout("K-B1-1", "10.00", "诸葛长风", "6217001234560001111"),
                        payout("K-B1-2", "20.00", "诸葛流云", "6217001234560002222"))))
            .path("batchId")
            .asString();
    byte[] list = "%PDF-1.7 list".getBytes(StandardCharsets.UTF_8);
    String path = "/payout-batches/" + batch + "/documents";
    String document = finance.upload(path, "list.pdf", list).json().path("documentId").asString();
    assertThat(auditor.get("/documents/" + document).status()).isEqualTo(200);
    assertThat(auditor.items("/audit/readings", 100))
        .filteredOn(reading -> reading.path("context").asString().equals(batch))
        .singleElement()
        .satisfies(reading -> assertThat(reading.path("field").asString()).isEqualTo("document"));

    destroy("诸葛长风");
    assertThat(auditor.get("/documents/" + document).status()).isEqualTo(200);
    destroy("诸葛流云");
    Waiting.until("the list is deleted with the last key", () -> !isStored(document));
    assertThat(auditor.get("/documents/" + document).status()).isEqualTo(404);
  }

  private void destroy(String name) {
    Waiting.until("the payee is found", () -> search(Map.of("name", name)).size() == 1);
    String subject = search(Map.of("name", name)).getFirst().path("subjectId").asString();
    String key = "/subjects/" + subject + "/key-destruction";
    admin.order(200, key, reason("本人要求"));
    ledger.desk("approver").order(200, key + "/confirmation");
  }

  /** Whether the file of a document lies in the database, readable or not. */
  private boolean isStored(String document) {
    try (Connection connection = ledger.database()) {
      return !BookCheck.rows(
              connection,
              "select 1 from live.document d join ledger.file f on f.file_id = d.file_id"
                  + " where d.document_id = '%s'".formatted(document))
          .isEmpty();
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String without(JsonNode balance) {
    return balance.toString().replaceAll("\"position\":[0-9]+", "");
  }

  @Test
  void nothingPersonalIsStoredOrLoggedInClear() throws Exception {
    finance.order(201, fund + "/donations", donation("K-3", "500.00", DONOR));
    String payout =
        finance
            .order(201, fund + "/payouts", payout("K-P1", "10.00", PAYEE, ACCOUNT))
            .path("payoutId")
            .asString();
    ledger.desk("approver").order(200, "/payouts/" + payout + "/rejection", reason(REASON));
    ledger.desk("cashier").read("/payouts/" + payout + "/bank-account");
    search(Map.of("identityNumber", NUMBER));
    BookCheck.awaitReadModels(ledger);

    List<String> secrets = List.of(NAME, NUMBER, PAYEE, ACCOUNT, REASON);
    try (Connection connection = ledger.database()) {
      List<String> tables =
          BookCheck.rows(
              connection,
              "select format('%I.%I', schemaname, tablename) from pg_tables"
                  + " where schemaname not in ('pg_catalog', 'information_schema')");
      assertThat(tables).hasSizeGreaterThan(20);
      for (String bracketed : tables) {
        String table = bracketed.substring(1, bracketed.length() - 1);
        assertThat(rowsWith(connection, table, secrets)).as(table).isEmpty();
      }
    }
    for (Path file : logs()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      assertThat(secrets.stream().filter(text::contains).toList()).as(file.toString()).isEmpty();
      assertThat(text).doesNotContain(RunningLedger.PASSWORD);
    }
  }

  /** Looks into texts, and into bytes by their hexadecimal digits; once for all secrets. */
  private static List<String> rowsWith(Connection connection, String table, List<String> secrets) {
    String patterns =
        secrets.stream()
            .flatMap(secret -> Stream.of(secret, hex(secret)))
            .map("'%%%s%%'"::formatted)
            .collect(Collectors.joining(", "));
    return BookCheck.rows(
        connection,
        "select 1 from (select t::text as all_of_it from %s t offset 0) r".formatted(table)
            + " where all_of_it like any(array[%s]) limit 1".formatted(patterns));
  }

  private static String hex(String secret) {
    return HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(ledger.data().resolve("log"))) {
      return Stream.concat(Stream.of(ledger.log()), files.filter(Files::isRegularFile)).toList();
    }
  }
}
