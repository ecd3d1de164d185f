package org.aidledger.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 19);
  private static final Currency CNY = Currency.getInstance("CNY");
  private static final Currency JPY = Currency.getInstance("JPY");

  @Nested
  class Bytes {

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
  class Values {

    @ParameterizedTest
    @CsvSource({
      "1234.56, 1234.56",
      "1, 1.00",
      "0.01, 0.01",
      "007.5, 7.50",
      "999999999999.99, 999999999999.99"
    })
    void amountsAreDecimalTexts(String text, String expected) {
      assertThat(value("{\"a\":\"" + text + "\"}", b -> b.amount("a", CNY).toDecimal()))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "0, AMOUNT_NOT_POSITIVE",
      "0.00, AMOUNT_NOT_POSITIVE",
      "-5, AMOUNT_NOT_POSITIVE",
      "0.001, AMOUNT_TOO_FINE",
      "1000000000000, AMOUNT_TOO_LARGE",
      "99999999999999999999999, AMOUNT_TOO_LARGE",
      "1e5, AMOUNT_NOT_A_NUMBER",
      "'1,000', AMOUNT_NOT_A_NUMBER",
      "+1, AMOUNT_NOT_A_NUMBER",
      "１２, AMOUNT_NOT_A_NUMBER",
      "¥5, AMOUNT_NOT_A_NUMBER",
      "NaN, AMOUNT_NOT_A_NUMBER",
      "1., AMOUNT_NOT_A_NUMBER"
    })
    void otherAmountsAreRefusedByWhatIsWrong(String text, String code) {
      assertThat(problem("{\"a\":\"" + text + "\"}", b -> b.amount("a", CNY)))
          .isEqualTo(code + " a");
    }

    @Test
    void anAmountAsANumberIsRefused() {
      assertThat(problem("{\"a\":12.50}", b -> b.amount("a", CNY)))
          .isEqualTo("AMOUNT_NOT_A_STRING a");
    }

    @Test
    void aCurrencyWithoutDecimalsTakesNone() {
      assertThat(problem("{\"a\":\"1.5\"}", b -> b.amount("a", JPY)))
          .isEqualTo("AMOUNT_TOO_FINE a");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-05-20, DATE_IN_FUTURE",
      "1949-09-30, DATE_TOO_EARLY",
      "2025-02-29, DATE_MALFORMED",
      "2026-5-1, DATE_MALFORMED",
      "20260501, DATE_MALFORMED",
      "+2026-05-01, DATE_MALFORMED",
      "2026-05-01T00:00, DATE_MALFORMED"
    })
    void daysExistAndArePast(String day, String code) {
      assertThat(problem("{\"a\":\"" + day + "\"}", b -> b.day("a"))).isEqualTo(code + " a");
    }

    @Test
    void todayAndTheFirstDayAreAllowed() {
      assertThat(value("{\"a\":\"2026-05-19\"}", b -> b.day("a").toString()))
          .isEqualTo("2026-05-19");
      assertThat(value("{\"a\":\"1949-10-01\"}", b -> b.day("a").toString()))
          .isEqualTo("1949-10-01");
    }

    @Test
    void aChoiceIsWrittenExactly() {
      assertThat(problem("{\"a\":\"cash\"}", b -> b.choice("a", Channel.class)))
          .isEqualTo("VALUE_NOT_ALLOWED a");
      assertThat(value("{\"a\":[\"ADMIN\",\"ADMIN\"]}", b -> b.choices("a", Role.class)))
          .isEqualTo(EnumSet.of(Role.ADMIN));
      assertThat(problem("{\"a\":[\"ADMIN\",\"root\"]}", b -> b.choices("a", Role.class)))
          .isEqualTo("VALUE_NOT_ALLOWED a[1]");
    }

    @Test
    void theOtherKindsNameWhatIsWrong() {
      assertThat(problem("{\"a\":\"cny\"}", b -> b.optionalCurrency("a")))
          .isEqualTo("CURRENCY_UNKNOWN a");
      assertThat(problem("{\"a\":\"XAU\"}", b -> b.optionalCurrency("a")))
          .isEqualTo("CURRENCY_UNKNOWN a");
      assertThat(problem("{\"a\":\"abc\"}", b -> b.optionalSha256("a")))
          .isEqualTo("HASH_MALFORMED a");
      assertThat(problem("{\"a\":\"1-1-1-1-1\"}", b -> b.id("a"))).isEqualTo("ID_MALFORMED a");
      assertThat(problem("{\"a\":366}", b -> b.optionalInteger("a", 1, 365)))
          .isEqualTo("NUMBER_OUT_OF_RANGE a");
      assertThat(problem("{\"a\":\"yes\"}", b -> b.flag("a", false))).isEqualTo("WRONG_TYPE a");
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

  private static @Nullable Object value(
      String json, Function<Shape, ? extends @Nullable Object> reader) {
    return read(json, reader);
  }

  private static <T extends @Nullable Object> T read(String json, Function<Shape, T> reader) {
    return Shape.of(StrictJson.read(json.getBytes(StandardCharsets.UTF_8)), TODAY).read(reader);
  }

  private static String problem(String json, Function<Shape, ? extends @Nullable Object> reader) {
    return codeOf(() -> read(json, reader));
  }

  private static String codeOf(Runnable reading) {
    ApiProblem thrown = catchThrowableOfType(ApiProblem.class, reading::run);
    assertThat(thrown).as("a problem").isNotNull();
    String field = thrown.problem().field();
    return thrown.problem().code() + (field == null ? "" : " " + field);
  }
}
