package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written eight bytes at once is what is written one by one. */
class JsonBytesTest {

  private static final String ALPHABET = "abcXYZ019{}[]:,\"\"\\\n\t\u0000\u001f !#[]~\u007f专长é😀";

  @Test
  void everyTextIsEscapedWhereJsonWantsItAndNowhereElse() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int[] characters = ALPHABET.codePoints().toArray();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder made = new StringBuilder();
      int length = random.nextInt(40);
      boolean plain = random.nextInt(4) == 0;
      for (int j = 0; j < length; j++) {
        made.appendCodePoint(plain ? 'a' + j % 26 : characters[random.nextInt(characters.length)]);
      }
      String text = made.toString();
      byte[] utf8 = ("##" + text + "\"\\").getBytes(StandardCharsets.UTF_8);
      String written = written(utf8, 2, utf8.length - 4);
      assertThat(new JsonMapper().readTree(written).asString()).as("seed %d", seed).isEqualTo(text);
      assertThat(written).as("seed %d", seed).isEqualTo(naive(text));
    }
  }

  @Test
  void numbersAreWrittenAsTheyAre() throws Exception {
    for (long number : new long[] {0, 7, 10, 99, 100, 1_790_000_000_123L, Long.MAX_VALUE, -5}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      JsonBytes json = new JsonBytes(out);
      json.number(number);
      json.flush();
      assertThat(out).hasToString(Long.toString(number));
    }
  }

  private static String written(byte[] source, int offset, int length) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonBytes json = new JsonBytes(out);
    json.text(source, offset, length);
    json.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String naive(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00%02x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
