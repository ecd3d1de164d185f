package org.aidledger.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The list of three days' giving as a finance office sends it: GB18030, a title above the header,
 * amounts and days written in several ways, the staff number as the only key, a sum at the end.
 * Each line is another person of one of the city's units.
 *
 * @param from number of the first person
 * @param lines how many follow, one person each
 * @param firstDay of the giving
 */
record Roster(int from, int lines, LocalDate firstDay) {

  /** On how many days they gave, in turn. */
  static final int DAYS = 3;

  private static final LocalDate MAY = LocalDate.of(2026, 5, 18);

  private static final List<DateTimeFormatter> DAY_NOTATIONS =
      List.of(
          DateTimeFormatter.ofPattern("y年M月d日"),
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("yyyy.MM.dd"),
          DateTimeFormatter.ofPattern("y/M/d"));

  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final int NOTATIONS = 5;
  private static final int STAFF_DIGITS = 9;
  private static final int UNIT_DIGITS = 4;
  private static final int FEN_DIGITS = 2;
  private static final int FEN = 100;

  /** The code of the full-width digit nought, less that of the usual one. */
  private static final int FULL_WIDTH = '０' - '0';

  /** People {@code from} on, who gave in May. */
  Roster(int from, int lines) {
    this(from, lines, MAY);
  }

  /**
   * People {@code from} on, who gave on days that no other number has.
   *
   * @param number 0 to 80, or the days would not be over yet
   */
  static Roster ofOwnDays(int from, int lines, int number) {
    return new Roster(from, lines, Donations.DAY.plusDays(1 + (long) DAYS * number));
  }

  /** What the lines of one unit add up to. */
  record Sum(long lines, long fen) {

    Sum plus(long more) {
      return new Sum(lines + 1, Math.addExact(fen, more));
    }
  }

  /** What the lines add up to. */
  TieOut.Received sum() {
    return new TieOut.Received(lines, Donations.fen(from, from + lines));
  }

  /** The same by unit. */
  Map<String, Sum> units() {
    Map<String, Sum> units = new TreeMap<>();
    for (int number = from; number < from + lines; number++) {
      Sum before = units.getOrDefault(unit(number), new Sum(0, 0));
      units.put(unit(number), before.plus(Donations.fen(number)));
    }
    return units;
  }

  static String unit(int number) {
    StringBuilder unit = new StringBuilder("第");
    digits(unit, number % Donations.UNITS, UNIT_DIGITS);
    return unit.append("单位工会").toString();
  }

  static String staffNumber(int number) {
    StringBuilder staff = new StringBuilder("G");
    digits(staff, number, STAFF_DIGITS);
    return staff.toString();
  }

  /** Writes the file. */
  Path write(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, GB18030)) {
      out.write("2026年慈心一日捐职工捐款名册\r\n");
      out.write("制表单位：市工会财务部,,,,,单位：元\r\n");
      out.write("序号,单位,姓名,工号,金额(元),日期,备注\r\n");
      List<String> days = days();
      StringBuilder line = new StringBuilder();
      for (int number = from; number < from + lines; number++) {
        line.setLength(0);
        line.append(number - from + 1).append(',').append(unit(number)).append(',');
        line.append(Donations.name(number)).append(',').append(staffNumber(number)).append(',');
        amount(line, Donations.fen(number), number % NOTATIONS);
        line.append(',');
        line.append(days.get(number % days.size()));
        out.append(line.append(",\r\n"));
      }
      out.write(",,合计,,");
      out.append(decimal(sum().fen())).append(",,\r\n");
    }
    return file;
  }

  /** Yuan and two digits of fen. */
  static String decimal(long fen) {
    StringBuilder text = new StringBuilder();
    decimal(text, fen);
    return text.toString();
  }

  private static void decimal(StringBuilder text, long fen) {
    text.append(fen / FEN).append('.');
    digits(text, (int) (fen % FEN), FEN_DIGITS);
  }

  private static void amount(StringBuilder line, long fen, int notation) {
    int at = line.length();
    if (notation == 1) {
      line.append('￥');
    }
    decimal(line, fen);
    if (notation == 2) {
      line.append('元');
    } else if (notation == 3) {
      line.insert(at, ' ').append(' ');
    } else if (notation == 4) {
      for (int i = at; i < line.length(); i++) {
        if (line.charAt(i) != '.') {
          line.setCharAt(i, (char) (line.charAt(i) + FULL_WIDTH));
        }
      }
    }
  }

  /** Every day in every notation; neighbours differ in both. */
  private List<String> days() {
    List<String> days = new ArrayList<>();
    for (int i = 0; i < DAYS * DAY_NOTATIONS.size(); i++) {
      LocalDate day = firstDay.plusDays(i % DAYS);
      days.add(DAY_NOTATIONS.get(i / DAYS).format(day));
    }
    return days;
  }

  private static void digits(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    text.repeat('0', width - digits.length()).append(digits);
  }
}
