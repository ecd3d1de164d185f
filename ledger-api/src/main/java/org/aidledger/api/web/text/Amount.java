package org.aidledger.api.web.text;

/**
 * An amount on a page.
 *
 * @param text as {@link MoneyText} writes it
 * @param negative whether it is shown as below zero
 */
public record Amount(String text, boolean negative) {

  public static Amount of(long minor, String currency) {
    return new Amount(MoneyText.of(minor, currency), minor < 0);
  }
}
