package org.aidledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.aidledger.harness.Client;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Bodies as they come over the wire. */
@WebSideTest
class BodyLimitsTest {

  private static final String ONE =
      "/api/v1/samples/018f3f7e-5c3b-7c1e-9b57-0f2d5c9a4e11/donations";
  private static final String BATCH = ONE + "/batch";
  private static final String GOOD =
      """
      {"reference":"R-1","amount":"12.50","receivedOn":"2026-05-19","channel":"CASH"}""";

  @LocalServerPort private int port;
  private Client finance;

  @BeforeEach
  void signIn() {
    finance = new Client(port).basic("finance", WebSide.PASSWORD);
  }

  @Test
  void aGoodBodyIsRead() {
    Client.Answer answer = finance.post(ONE, GOOD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("amount").asString()).isEqualTo("12.50");
  }

  @Test
  void aBodyBeyondTheLimitIs413WhetherItsLengthIsAnnouncedOrNot() {
    byte[] large = (GOOD + " ".repeat(JsonBody.SMALL)).getBytes(StandardCharsets.UTF_8);

    Client.Answer announced = send(ONE, BodyPublishers.ofByteArray(large), "application/json");
    Client.Answer chunked =
        send(
            ONE,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
            "application/json");

    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.problem()).isEqualTo("BODY_TOO_LARGE");
    assertThat(announced.json().path("facts").path("maxBytes").asInt()).isEqualTo(JsonBody.SMALL);
    assertThat(chunked.status()).isEqualTo(413);
    assertThat(chunked.problem()).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void aBodyFarBeyondTheLimitStillHearsWhy() {
    byte[] huge = new byte[3 * JsonBody.BATCH];

    Client.Answer answer = send(BATCH, BodyPublishers.ofByteArray(huge), "application/json");

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void aBatchMayBeLargerAndRefusesItsBadLinesAlone() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"reference":"R-%05d","amount":"%s","receivedOn":"2026-05-19","channel":"BANK_TRANSFER"}"""
                  .formatted(i, i == 77 ? "-1" : "10.00"));
    }

    Client.Answer answer = finance.post(BATCH, "{\"donations\":[" + lines + "]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("recorded").asInt()).isEqualTo(9_999);
    assertThat(answer.json().path("refused").get(0).path("index").asInt()).isEqualTo(77);
    assertThat(answer.json().path("refused").get(0).path("code").asString())
        .isEqualTo("AMOUNT_NOT_POSITIVE");
    assertThat(answer.json().path("refused").get(0).path("message").asString()).contains("大于零");
  }

  @Test
  void theBodyMustBeJsonInUtf8() {
    assertThat(send(ONE, BodyPublishers.ofString(GOOD), "text/plain").status()).isEqualTo(415);
    assertThat(send(ONE, BodyPublishers.ofString(GOOD), "application/json;charset=GBK").status())
        .isEqualTo(415);
    assertThat(send(ONE, BodyPublishers.ofString(GOOD), "nonsense").problem())
        .isEqualTo("MEDIA_TYPE_UNSUPPORTED");
    assertThat(send(ONE, BodyPublishers.ofString(GOOD), "application/json;charset=utf-8").status())
        .isEqualTo(200);
    assertThat(finance.with("Content-Encoding", "gzip").post(ONE, GOOD).status()).isEqualTo(415);
  }

  @Test
  void anEmptyBodyIsMissing() {
    assertThat(finance.post(ONE, "").problem()).isEqualTo("BODY_MISSING");
  }

  @Test
  void whatIsWrongInsideIsNamed() {
    assertThat(finance.post(ONE, GOOD.replace("\"12.50\"", "12.50")).problem())
        .isEqualTo("AMOUNT_NOT_A_STRING amount");
    assertThat(finance.post(ONE, GOOD.replace("{", "{\"amount\":\"1\",")).problem())
        .isEqualTo("DUPLICATE_KEY amount");
    assertThat(finance.post(ONE, GOOD.replace("{", "{\"id\":1,")).problem())
        .isEqualTo("UNKNOWN_FIELD id");
    assertThat(finance.post(ONE, GOOD.replace("05-19", "05-20")).problem())
        .isEqualTo("DATE_IN_FUTURE receivedOn");
    assertThat(finance.post(ONE, GOOD.replace("R-1", "R\\u0000")).problem())
        .isEqualTo("CONTROL_CHARACTER reference");
    byte[] broken = GOOD.replace("R-1", "é").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(send(ONE, BodyPublishers.ofByteArray(broken), "application/json").problem())
        .isEqualTo("INVALID_UTF8");
  }

  private Client.Answer send(String path, BodyPublisher body, String contentType) {
    return finance.send("POST", path, body, "Content-Type", contentType);
  }
}
