package org.aidledger.api.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.aidledger.api.web.text.MoneyText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever notation people choose, what is read is what they meant. */
class NotationTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20260519, 987654321})
  void randomRostersAreReadBack(long seed) {
    Random random = new Random(seed);
    for (int roster = 0; roster < 20; roster++) {
      StringBuilder text = new StringBuilder("名册,,,\n姓名,工号,金额,日期\n");
      int lines = 1 + random.nextInt(40);
      long[] amounts = new long[lines];
      LocalDate[] days = new LocalDate[lines];
      for (int i = 0; i < lines; i++) {
        amounts[i] = 1 + random.nextLong(random.nextBoolean() ? 100_000 : 99_999_999_999L);
        days[i] = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_600));
        text.append(padded("张" + i, random)).append(',');
        text.append(padded("G" + i, random)).append(',');
        text.append('"').append(padded(amount(amounts[i], random), random)).append("\",");
        text.append(padded(day(days[i], random), random)).append('\n');
      }

      Read read = Read.text(text.toString());

      assertThat(read.bad()).as("seed %s\n%s", seed, text).isEmpty();
      assertThat(read.good()).hasSize(lines);
      for (int i = 0; i < lines; i++) {
        RosterRow.Donation row = (RosterRow.Donation) read.good().get(i);
        assertThat(row.amount().minor()).as("seed %s line %s", seed, i).isEqualTo(amounts[i]);
        assertThat(row.day()).as("seed %s line %s", seed, i).isEqualTo(days[i]);
        assertThat(row.name()).isEqualTo("张" + i);
        assertThat(row.staffNumber()).isEqualTo("G" + i);
      }
    }
  }

  private static String amount(long fen, Random random) {
    String grouped = MoneyText.of(fen, "CNY");
    String plain = random.nextBoolean() ? grouped : grouped.replace(",", "");
    if (fen % 100 == 0 && random.nextBoolean()) {
      plain = plain.substring(0, plain.length() - 3);
    }
    String signed = pick(random, List.of("", "￥", "¥", "￥ ", "RMB", "rmb ", "人民币", "'")) + plain;
    String whole = signed + pick(random, List.of("", "元", " 元", "圆", "元整", " CNY"));
    return random.nextInt(3) == 0 ? fullWidth(whole) : whole;
  }

  private static String day(LocalDate day, Random random) {
    int y = day.getYear();
    int m = day.getMonthValue();
    int d = day.getDayOfMonth();
    String text =
        switch (random.nextInt(9)) {
          case 0 -> "%d年%d月%d日".formatted(y, m, d);
          case 1 -> "%d/%d/%d".formatted(y, m, d);
          case 2 -> "%d.%02d.%02d".formatted(y, m, d);
          case 3 -> "%d-%02d-%02d".formatted(y, m, d);
          case 4 -> "%d%02d%02d".formatted(y, m, d);
          case 5 -> "%d-%d-%d 13:05:09".formatted(y, m, d);
          case 6 -> "%d年%02d月%02d号".formatted(y, m, d);
          case 7 -> "%d 年 %d 月 %d 日".formatted(y, m, d);
          default -> Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day));
        };
    return random.nextInt(4) == 0 ? fullWidth(text) : text;
  }

  private static String padded(String text, Random random) {
    List<String> blanks = List.of("", "", " ", "\u00a0", "\u3000", "\t");
    return pick(random, blanks) + text + pick(random, blanks);
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : (char) c));
    return wide.toString();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
