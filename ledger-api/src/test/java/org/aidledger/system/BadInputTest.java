package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every kind of bad input is answered with a problem that names it, and leaves nothing behind. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class BadInputTest {

  private static final Map<String, Object> GOOD = anonymous("BAD-1", "10.00");

  /**
   * What is sent to a fund's donations.
   *
   * @param expected status, code and field
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Bad(String what, byte[] body, String expected) {
    @Override
    public String toString() {
      return what + ": " + expected;
    }
  }

  private final RunningLedger ledger;
  private final Desk finance;
  private final String fund;

  BadInputTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    JsonNode opened = finance.post("/funds", fund("B.fund")).json();
    fund = "/funds/" + opened.path("fundId").asString();
  }

  private static Bad raw(String what, String body, String expected) {
    return new Bad(what, body.getBytes(StandardCharsets.UTF_8), expected);
  }

  private static Bad field(String field, Object value, String expected) {
    return raw(field + " = " + value, Desk.json(with(GOOD, field, value)), expected);
  }

  private static Bad replaced(String what, String from, String to, String expected) {
    String good = Desk.json(with(GOOD, "reference", "BAD-1"));
    assertThat(good).contains(from);
    return raw(what, good.replace(from, to), expected);
  }

  static Stream<Bad> amounts() {
    return Stream.of(
        field("amount", "0", "400 AMOUNT_NOT_POSITIVE amount"),
        field("amount", "0.00", "400 AMOUNT_NOT_POSITIVE amount"),
        field("amount", "-1.00", "400 AMOUNT_NOT_POSITIVE amount"),
        field("amount", "1.001", "400 AMOUNT_TOO_FINE amount"),
        field("amount", "1000000000000.00", "400 AMOUNT_TOO_LARGE amount"),
        field("amount", "9".repeat(39), "400 AMOUNT_TOO_LARGE amount"),
        field("amount", "9".repeat(5000), "400 AMOUNT_NOT_A_NUMBER amount"),
        field("amount", "1e2", "400 AMOUNT_NOT_A_NUMBER amount"),
        field("amount", "1,000.00", "400 AMOUNT_NOT_A_NUMBER amount"),
        field("amount", "１０", "400 AMOUNT_NOT_A_NUMBER amount"),
        field("amount", "NaN", "400 AMOUNT_NOT_A_NUMBER amount"),
        field("amount", 10, "400 AMOUNT_NOT_A_STRING amount"),
        field("amount", List.of("10"), "400 AMOUNT_NOT_A_STRING amount"),
        field("currency", "USD", "409 CURRENCY_MISMATCH"),
        field("currency", "RMB", "400 CURRENCY_UNKNOWN currency"));
  }

  static Stream<Bad> fields() {
    return Stream.of(
        field("receivedOn", "2999-01-01", "400 DATE_IN_FUTURE receivedOn"),
        field("receivedOn", "2026-02-30", "400 DATE_MALFORMED receivedOn"),
        field("receivedOn", "19.05.2026", "400 DATE_MALFORMED receivedOn"),
        field("receivedOn", "0001-01-01", "400 DATE_TOO_EARLY receivedOn"),
        field("receivedOn", 20260519, "400 WRONG_TYPE receivedOn"),
        field("channel", "PIGEON", "400 VALUE_NOT_ALLOWED channel"),
        field("reference", "", "400 FIELD_MISSING reference"),
        field("reference", " ", "400 FIELD_MISSING reference"),
        field("reference", 5, "400 WRONG_TYPE reference"),
        field("reference", "x".repeat(129), "400 TEXT_TOO_LONG reference"),
        field("reference", "a\u0000b", "400 CONTROL_CHARACTER reference"),
        field("reference", "a\u202eb", "400 CONTROL_CHARACTER reference"),
        field("documentHash", "abc", "400 HASH_MALFORMED documentHash"),
        field("donor", "张三", "400 WRONG_TYPE donor"),
        field("donor", Map.of(), "400 FIELD_MISSING donor.name"),
        field("donor", Map.of("nick", "x"), "400 FIELD_MISSING donor.name"),
        field("donor", Map.of("anonymous", "yes"), "400 WRONG_TYPE donor.anonymous"),
        field(
            "donor",
            Map.of("anonymous", true, "name", "张三"),
            "400 FIELDS_EXCLUSIVE donor.anonymous"),
        field("donor", Map.of("anonymous", true, "nick", "x"), "400 UNKNOWN_FIELD donor.nick"),
        field("nickname", "x", "400 UNKNOWN_FIELD nickname"));
  }

  static Stream<Bad> bodies() {
    byte[] latin = Desk.json(with(GOOD, "reference", "é")).getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        raw("no object", "[]", "400 WRONG_TYPE "),
        raw("a text", "\"x\"", "400 WRONG_TYPE "),
        raw("nothing", "{}", "400 FIELD_MISSING channel"),
        raw("half of it", "{\"amount\":\"10", "400 MALFORMED_JSON"),
        raw("two of it", "{}{}", "400 MALFORMED_JSON"),
        raw("a comment", "/* x */ {}", "400 MALFORMED_JSON"),
        raw("a million brackets", "[".repeat(60_000), "400 WRONG_TYPE "),
        raw("deep", "{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}", "400 JSON_LIMIT_EXCEEDED"),
        replaced("twice the amount", "{", "{\"amount\":\"1.00\",", "400 DUPLICATE_KEY amount"),
        replaced("a raw control", "BAD-1", "BAD\u0001", "400 MALFORMED_JSON"),
        replaced("half a character", "BAD-1", "BAD\\ud800", "400 CONTROL_CHARACTER reference"),
        new Bad("not UTF-8", latin, "400 INVALID_UTF8"),
        raw("too long", " ".repeat(64 * 1024 + 1), "413 BODY_TOO_LARGE"));
  }

  @ParameterizedTest
  @MethodSource({"amounts", "fields", "bodies"})
  void aBadDonationIsRefused(Bad bad) throws Exception {
    List<String> before = recorded();
    Answer answer = finance.raw(fund + "/donations", bad.body());
    assertThat(answer.status() + " " + answer.problem()).isEqualTo(bad.expected());
    assertThat(answer.json().path("detail").asString()).isNotBlank();
    assertThat(answer.text()).doesNotContain("Exception").doesNotContain("org.aidledger");
    assertThat(recorded()).as("recorded").isEqualTo(before);
  }

  @Test
  void badAddressesAndFormsAreRefused() throws Exception {
    List<String> before = recorded();
    String unknown = "/funds/" + UUID.randomUUID();
    assertThat(finance.refused(404, unknown + "/donations", GOOD)).startsWith("NOT_FOUND");
    assertThat(finance.refused(404, "/transfers", transfer(UUID.randomUUID())))
        .startsWith("NOT_FOUND");
    assertThat(finance.refused(400, "/funds/1/donations", GOOD)).isEqualTo("ID_MALFORMED fundId");
    assertThat(finance.refused(404, "/nothing", GOOD)).isEqualTo("ROUTE_UNKNOWN");
    assertThat(finance.refused(400, fund + "/donations")).isEqualTo("BODY_MISSING");
    assertThat(problem("GET", "/transfers", "")).isEqualTo("405 METHOD_NOT_ALLOWED");
    assertThat(problem("POST", fund + "/donations", "{}", "Content-Type", "text/plain"))
        .isEqualTo("415 MEDIA_TYPE_UNSUPPORTED");
    assertThat(problem("GET", fund + "/trail?limit=501", ""))
        .isEqualTo("400 NUMBER_OUT_OF_RANGE limit");
    assertThat(problem("GET", fund + "/trail?limit=0", ""))
        .isEqualTo("400 NUMBER_OUT_OF_RANGE limit");
    assertThat(problem("GET", fund + "/trail?cursor=x", ""))
        .isEqualTo("400 PARAMETER_MALFORMED cursor");
    assertThat(problem("GET", fund + "/balance?effectiveOn=may", ""))
        .isEqualTo("400 DATE_MALFORMED effectiveOn");
    assertThat(problem("GET", fund + "/balance", "", Desk.POSITION, "x"))
        .isEqualTo("400 PARAMETER_MALFORMED Ledger-Position");
    Answer behind =
        finance.send("GET", fund + "/balance", BodyPublishers.noBody(), Desk.POSITION, "999999999");
    assertThat(behind.status() + " " + behind.problem()).isEqualTo("503 READ_MODEL_BEHIND");
    assertThat(behind.header("Retry-After")).isNotBlank();
    assertThat(recorded()).isEqualTo(before);
  }

  @Test
  void aBatchHasLimits() throws Exception {
    List<String> before = recorded();
    String batch = fund + "/donations/batch";
    assertThat(finance.refused(400, batch, Map.of("donations", List.of())))
        .isEqualTo("LIST_EMPTY donations");
    assertThat(finance.refused(400, batch, Map.of("donations", Collections.nCopies(10_001, GOOD))))
        .isEqualTo("LIST_TOO_LONG donations");
    byte[] large = new byte[8 * 1024 * 1024 + 1];
    Arrays.fill(large, (byte) ' ');
    assertThat(finance.raw(batch, large).status()).isEqualTo(413);
    JsonNode lines =
        finance.order(200, batch, Map.of("donations", List.of(1, Map.of(), with(GOOD, "x", 1))));
    assertThat(lines.path("recorded").asInt()).isZero();
    assertThat(lines.path("refused").valueStream().map(l -> l.path("code").asString()).toList())
        .containsExactly("WRONG_TYPE", "FIELD_MISSING", "UNKNOWN_FIELD");
    assertThat(recorded()).isEqualTo(before);
  }

  @Test
  void sqlAndHtmlInNamesAreNothingButNames() throws Exception {
    String evil = "<script>alert(1)</script>'; drop table ledger.event; --";
    Map<String, Object> body = new HashMap<>(fund("B.evil"));
    body.put("name", evil);
    String id = finance.order(201, "/funds", body).path("fundId").asString();
    assertThat(finance.read("/funds/" + id).path("name").asString()).isEqualTo(evil);
    Map<String, Object> donor = Map.of("name", evil, "organisation", "=cmd|'/c calc'!A1");
    String reference = "B-evil'); --";
    JsonNode recorded =
        finance.order(
            201, "/funds/" + id + "/donations", Bodies.donation(reference, "1.00", donor));
    JsonNode read = finance.read("/donations/" + recorded.path("donationId").asString());
    assertThat(read.path("donor").path("name").asString()).isEqualTo(evil);
    assertThat(read.path("reference").asString()).isEqualTo(reference);
    assertThat(finance.get("/funds/" + id + "/trail.csv").text()).doesNotContain("\r\n=");
  }

  private String problem(String method, String path, String body, String... headers) {
    Answer answer = finance.send(method, path, BodyPublishers.ofString(body), headers);
    return answer.status() + " " + answer.problem();
  }

  private Map<String, Object> transfer(UUID from) {
    return Map.of(
        "fromFundId",
        from.toString(),
        "toFundId",
        fund.substring("/funds/".length()),
        "reference",
        "B-T",
        "amount",
        "1.00",
        "effectiveOn",
        Bodies.DAY,
        "reason",
        "x");
  }

  /** How much of everything but refusals is in the book. */
  private List<String> recorded() throws Exception {
    try (Connection connection = ledger.database()) {
      return BookCheck.rows(
          connection,
          "select (select count(*) from ledger.event where type <> 'CommandRefused'),"
              + " (select count(*) from ledger.subject)");
    }
  }
}
