package org.aidledger.api.json;

import static org.aidledger.api.json.Bodies.problem;
import static org.aidledger.api.json.Bodies.read;
import static org.aidledger.api.json.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields there are, and what texts and lists may be. */
class ShapeTest {

  private static final Currency CNY = Currency.getInstance("CNY");

  @Nested
  class Fields {

    @Test
    void aFieldThatNobodyAskedForIsUnknown() {
      assertThat(problem("{\"a\":\"x\",\"b\":1}", b -> b.text("a", 5)))
          .isEqualTo("UNKNOWN_FIELD b");
      assertThat(problem("{\"d\":{\"nmae\":1}}", b -> b.object("d").has("name")))
          .isEqualTo("UNKNOWN_FIELD d.nmae");
    }

    @Test
    void aRequiredFieldIsMissingWhenAbsentNullOrBlank() {
      for (String json : List.of("{}", "{\"a\":null}", "{\"a\":\"\"}", "{\"a\":\"  \"}")) {
        assertThat(problem(json, b -> b.text("a", 5))).isEqualTo("FIELD_MISSING a");
      }
    }

    @Test
    void anOptionalFieldMayBeAbsentNullOrBlank() {
      for (String json : List.of("{}", "{\"a\":null}", "{\"a\":\" \"}")) {
        assertThat(value(json, b -> "got " + b.optionalText("a", 5))).isEqualTo("got null");
      }
    }

    @Test
    void nothingIsCoercedIntoText() {
      for (String value : List.of("1", "1.5", "true", "[]", "{}")) {
        assertThat(problem("{\"a\":" + value + "}", b -> b.text("a", 5))).isEqualTo("WRONG_TYPE a");
      }
    }

    @Test
    void textIsTrimmedAndComposed() {
      assertThat(value("{\"a\":\" 李\u3000\"}", b -> b.text("a", 1))).isEqualTo("李");
      assertThat(value("{\"a\":\"e\\u0301\"}", b -> b.text("a", 1))).isEqualTo("é");
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleCountThem() {
      assertThat(value("{\"a\":\"𠮷𠮷\"}", b -> b.text("a", 2))).isEqualTo("𠮷𠮷");
      assertThat(problem("{\"a\":\"𠮷𠮷\"}", b -> b.text("a", 1))).isEqualTo("TEXT_TOO_LONG a");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0000", "0007", "0009", "000a", "000d", "001f", "007f", "0085", "061c", "200e", "200f",
          "2028", "2029", "202a", "202e", "2066", "2069", "d800", "dc00", "feff", "ffff", "fdd0"
        })
    void invisibleCharactersAreRefused(String character) {
      String json = "{\"a\":\"x\\u" + character + "y\"}";

      assertThat(problem(json, b -> b.text("a", 9))).isEqualTo("CONTROL_CHARACTER a");
    }

    @Test
    void sqlAndHtmlAreJustText() {
      String name = "Robert'); drop table \\\"donation\\\"; -- <script>alert(1)</script>";

      assertThat(value("{\"a\":\"" + name + "\"}", b -> b.text("a", 100)))
          .isEqualTo("Robert'); drop table \"donation\"; -- <script>alert(1)</script>");
    }

    @Test
    void aFormIsMatchedWhole() {
      Pattern code = Pattern.compile("[A-Za-z0-9._-]{1,64}");

      assertThat(value("{\"a\":\"JQZX-2026\"}", b -> b.matching("a", code, code.pattern())))
          .isEqualTo("JQZX-2026");
      assertThat(problem("{\"a\":\"x\\n\"}", b -> b.matching("a", code, code.pattern())))
          .isEqualTo("TEXT_MALFORMED a");
    }

    @Test
    void namesThatComeFromTheClientAreNotRepeatedBlindly() {
      assertThat(problem("{\"<b>\\u0000\":1}", b -> "")).isEqualTo("UNKNOWN_FIELD ?");
    }
  }

  @Nested
  class Lists {

    @Test
    void aBadLineRefusesItselfAlone() {
      String json = "{\"l\":[{\"a\":\"1.00\"},{\"a\":1},7,{\"a\":\"2.00\",\"b\":1},{\"a\":\"3\"}]}";
      List<Shape> lines = read(json, b -> b.objects("l", 1, 10));

      List<String> outcomes =
          lines.stream()
              .map(line -> line.tryRead(l -> l.amount("a", CNY).toDecimal()))
              .map(
                  reading ->
                      switch (reading) {
                        case Reading.Read<String>(String value) -> value;
                        case Reading.Unreadable<String>(var problem) ->
                            problem.code() + " " + problem.field();
                      })
              .toList();

      assertThat(outcomes)
          .containsExactly(
              "1.00",
              "AMOUNT_NOT_A_STRING l[1].a",
              "WRONG_TYPE l[2]",
              "UNKNOWN_FIELD l[3].b",
              "3.00");
    }

    @Test
    void listsHaveBounds() {
      assertThat(problem("{\"l\":[]}", b -> b.objects("l", 1, 2))).isEqualTo("LIST_EMPTY l");
      assertThat(problem("{\"l\":[1,2,3]}", b -> b.objects("l", 1, 2)))
          .isEqualTo("LIST_TOO_LONG l");
      assertThat(problem("{\"l\":{}}", b -> b.objects("l", 1, 2))).isEqualTo("WRONG_TYPE l");
    }
  }
}
