package org.aidledger.api.fund;

import java.util.Currency;
import org.aidledger.core.money.Money;
import org.aidledger.projections.Figures;

/**
 * The figures of a fund as decimal texts in its currency.
 *
 * @param opening the balance with which the book began, apart from received
 * @param available opening + received − refunded + otherIncome − otherExpense + transferredIn −
 *     transferredOut − paid − reserved
 * @param position the last event that the figures know
 */
public record BalanceView(
    String currency,
    String opening,
    String received,
    String refunded,
    String otherIncome,
    String otherExpense,
    String transferredIn,
    String transferredOut,
    String paid,
    String reserved,
    String available,
    long position) {

  public static BalanceView of(String currencyCode, Figures figures, long position) {
    Currency currency = Currency.getInstance(currencyCode);
    return new BalanceView(
        currencyCode,
        decimal(figures.opening(), currency),
        decimal(figures.received(), currency),
        decimal(figures.refunded(), currency),
        decimal(figures.otherIncome(), currency),
        decimal(figures.otherExpense(), currency),
        decimal(figures.transferredIn(), currency),
        decimal(figures.transferredOut(), currency),
        decimal(figures.paid(), currency),
        decimal(figures.reserved(), currency),
        decimal(figures.available(), currency),
        position);
  }

  private static String decimal(long minor, Currency currency) {
    return new Money(minor, currency).toDecimal();
  }
}
