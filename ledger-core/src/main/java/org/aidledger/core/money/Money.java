package org.aidledger.core.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An exact amount of one currency.
 *
 * @param minor whole minor units (fen for CNY), may be negative
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /**
   * The largest amount of one entry, in minor units: 999,999,999,999.99 in a currency with cents.
   */
  public static final long MAX_MINOR = 99_999_999_999_999L;

  public Money {
    if (currency.getDefaultFractionDigits() < 0) {
      throw new IllegalArgumentException("not a currency to keep a book in: " + currency);
    }
  }

  public static Money of(long minor, String currencyCode) {
    return new Money(minor, Currency.getInstance(currencyCode));
  }

  /**
   * Reads a plain decimal such as {@code 1234.56}: digits, and at most as many decimals as the
   * currency has. Signs, exponents, blanks and separators are not plain.
   *
   * @throws AmountException saying what is wrong with the text
   */
  public static Money parse(String text, Currency currency) {
    return new Money(PlainDecimal.parse(text, currency.getDefaultFractionDigits()), currency);
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException if the sum overflows
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money plus(Money other) {
    return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
  }

  /**
   * The difference.
   *
   * @throws ArithmeticException if the difference overflows
   * @throws IllegalArgumentException if the currencies differ
   */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, sameCurrency(other).minor);
  }

  /** The plain decimal, with all decimals of the currency: {@code 1234.50}. */
  public String toDecimal() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public String toString() {
    return toDecimal() + " " + currency.getCurrencyCode();
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
    }
    return other;
  }
}
