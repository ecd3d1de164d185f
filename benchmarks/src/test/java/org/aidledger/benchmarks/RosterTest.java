package org.aidledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the city, read as text. */
class RosterTest {

  private static final int LINES = 20_000;

  @TempDir Path folder;

  private final Roster roster = new Roster(3_000, LINES);

  private List<String> written() throws Exception {
    return Files.readAllLines(
        roster.write(folder.resolve("roster.csv")), Charset.forName("GB18030"));
  }

  @Test
  void titlesLinesAndSumStandAsFinanceOfficesWriteThem() throws Exception {
    List<String> lines = written();
    assertThat(lines).hasSize(LINES + 4);
    assertThat(lines.get(2)).isEqualTo("序号,单位,姓名,工号,金额(元),日期,备注");
    assertThat(lines.get(3)).startsWith("1,第3000单位工会,").contains(",G000003000,");
    assertThat(lines.getLast()).isEqualTo(",,合计,," + Roster.decimal(roster.sum().fen()) + ",,");
  }

  @Test
  void amountsInAllNotationsAddUpToTheFen() throws Exception {
    BigDecimal sum = BigDecimal.ZERO;
    Set<String> staff = new HashSet<>();
    Set<String> signs = new HashSet<>();
    for (String line : written().subList(3, LINES + 3)) {
      String[] cells = line.split(",", -1);
      String plain = Normalizer.normalize(cells[4], Normalizer.Form.NFKC);
      sum = sum.add(new BigDecimal(plain.replaceAll("[¥元 ]", "")));
      signs.add(cells[4].replaceAll("[0-9.]", ""));
      staff.add(cells[3]);
    }
    assertThat(sum.movePointRight(2).longValueExact()).isEqualTo(roster.sum().fen());
    assertThat(staff).as("the staff number is the key").hasSize(LINES);
    assertThat(signs).contains("", "￥", "元", "  ");
  }

  @Test
  void rostersOfOwnDaysShareNone() throws Exception {
    assertThat(days(new Roster(3_000, LINES)))
        .containsOnly(
            "2026-05-18",
            "2026-05-19",
            "2026-05-20",
            "20260518",
            "20260519",
            "20260520",
            "2026.05.18",
            "2026.05.19",
            "2026.05.20",
            "2026/5/18",
            "2026/5/19",
            "2026/5/20",
            "2026年5月18日",
            "2026年5月19日",
            "2026年5月20日");
    Set<String> first = days(Roster.ofOwnDays(3_000, LINES, 0));
    Set<String> second = days(Roster.ofOwnDays(3_000, LINES, 1));
    assertThat(first).contains("2026-03-06", "2026-03-08").doesNotContainAnyElementsOf(second);
    assertThat(second).contains("2026-03-09", "2026-03-11");
  }

  private Set<String> days(Roster some) throws Exception {
    Set<String> days = new HashSet<>();
    Path file = some.write(folder.resolve("days.csv"));
    List<String> lines = Files.readAllLines(file, Charset.forName("GB18030"));
    lines.subList(3, LINES + 3).forEach(line -> days.add(line.split(",", -1)[5]));
    return days;
  }

  @Test
  void whatTheUnitsGaveIsWhatAllGave() {
    List<Roster.Sum> units = new ArrayList<>(roster.units().values());
    assertThat(units).hasSize(Donations.UNITS);
    assertThat(units.stream().mapToLong(Roster.Sum::lines).sum()).isEqualTo(LINES);
    assertThat(units.stream().mapToLong(Roster.Sum::fen).sum()).isEqualTo(roster.sum().fen());
  }
}
