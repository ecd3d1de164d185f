package org.aidledger.benchmarks;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;

/**
 * The donations of a made-up city: each from another person, named, with a staff number in one of
 * 8,100 units. Everything follows from the donation's number, so that the book can be compared with
 * what was sent without remembering it.
 */
final class Donations {

  static final Currency CURRENCY = Currency.getInstance("CNY");

  /** On which all of them are made. */
  static final LocalDate DAY = LocalDate.of(2026, 3, 5);

  /** Employers of the city. */
  static final int UNITS = 8_100;

  private static final long LARGEST = 99_900;
  private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国红玉";

  private Donations() {}

  static DonationDraft draft(int number) {
    return new DonationDraft(
        "payroll", reference(number), donor(number), amount(number), DAY, Channel.PAYROLL, null);
  }

  /** The donations {@code from} to {@code to}, the last not included. */
  static List<DonationDraft> drafts(int from, int to) {
    return IntStream.range(from, to).mapToObj(Donations::draft).toList();
  }

  static String reference(int number) {
    return "B-" + digits(number, 8);
  }

  /** In fen: 1.00 to 999.00, no two neighbours alike. */
  static long fen(int number) {
    return 100 + (number * 7_919L) % (LARGEST - 100);
  }

  static Money amount(int number) {
    return new Money(fen(number), CURRENCY);
  }

  /** What the donations {@code from} to {@code to}, the last not included, add up to. */
  static long fen(int from, int to) {
    long total = 0;
    for (int number = from; number < to; number++) {
      total = Math.addExact(total, fen(number));
    }
    return total;
  }

  static String name(int number) {
    int mixed = Math.floorMod(number * 0x9E3779B1, 1 << 30);
    return ""
        + SURNAMES.charAt(mixed % SURNAMES.length())
        + GIVEN.charAt(mixed / 31 % GIVEN.length())
        + GIVEN.charAt(mixed / 1009 % GIVEN.length());
  }

  static String staffNumber(int number) {
    return digits(number / UNITS, 6);
  }

  private static DonorDraft donor(int number) {
    String unit = "第" + digits(number % UNITS, 4) + "单位";
    return new DonorDraft(name(number), null, unit, false, staffNumber(number), null);
  }

  /** With zeros in front. Formatting would take more time than anything else that a sender does. */
  private static String digits(int number, int length) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
