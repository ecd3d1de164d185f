package org.aidledger.api.json;

import static org.aidledger.api.json.Bodies.codeOf;
import static org.aidledger.api.json.Bodies.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in a body before its fields are looked at. */
class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":1",
        "{\"a\":1}x",
        "{\"a\":1}{}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\":NaN}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":tru}",
        "// c\n{}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "\uFEFF{}",
        "{\"a\":\"\u0000\"}"
      })
  void whatIsNotOneObjectIsMalformed(String json) {
    assertThat(problem(json, b -> b.optionalText("a", 5))).isEqualTo("MALFORMED_JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"a\"", "true"})
  void theBodyMustBeAnObject(String json) {
    assertThat(problem(json, b -> "")).isEqualTo("WRONG_TYPE ");
  }

  @Test
  void aNameGivenTwiceIsRefusedWhereverItStands() {
    assertThat(problem("{\"a\":1,\"a\":1}", b -> "")).isEqualTo("DUPLICATE_KEY a");
    assertThat(problem("{\"l\":[{},{\"a\":1,\"\\u0061\":2}]}", b -> ""))
        .isEqualTo("DUPLICATE_KEY l[1].a");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (int[] bad :
        new int[][] {
          {0xff}, {0xc3}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0x80}
        }) {
      byte[] bytes = new byte[bad.length + 8];
      System.arraycopy("{\"a\":\"".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 6);
      for (int i = 0; i < bad.length; i++) {
        bytes[6 + i] = (byte) bad[i];
      }
      bytes[bytes.length - 2] = '"';
      bytes[bytes.length - 1] = '}';
      assertThat(codeOf(() -> StrictJson.read(bytes))).isEqualTo("INVALID_UTF8");
    }
  }

  @Test
  void anotherEncodingIsNotGuessed() {
    byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);

    assertThat(codeOf(() -> StrictJson.read(utf16))).isEqualTo("MALFORMED_JSON");
  }

  @Test
  void depthAndLengthsAreBounded() {
    String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    String longText = "{\"a\":\"" + "x".repeat(10_001) + "\"}";
    String longName = "{\"" + "x".repeat(500) + "\":1}";
    String longNumber = "{\"a\":" + "9".repeat(500) + "}";

    for (String json : List.of(deep, longText, longName, longNumber)) {
      assertThat(problem(json, b -> "")).isEqualTo("JSON_LIMIT_EXCEEDED");
    }
  }

  @Test
  void aNumberWithAnAbsurdExponentCostsNothing() {
    assertThat(problem("{\"a\":1e999999999}", b -> b.optionalInteger("a", 0, 9)))
        .isEqualTo("WRONG_TYPE a");
  }
}
