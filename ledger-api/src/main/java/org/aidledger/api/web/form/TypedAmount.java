package org.aidledger.api.web.form;

import java.text.Normalizer;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.core.money.AmountException;
import org.aidledger.core.money.Money;

/** Amounts as people type them: full-width digits, ￥, 元, blanks, separators of thousands. */
final class TypedAmount {

  private static final int MOST_TYPED = 64;
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");

  private TypedAmount() {}

  /** The amount as REST would have it; what is no amount comes back as it was typed. */
  static String plain(String typed) {
    if (typed.length() > MOST_TYPED) {
      return typed;
    }
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(" ", "").strip();
    text = text.startsWith("¥") ? text.substring(1) : text;
    text = text.endsWith("元") ? text.substring(0, text.length() - 1) : text;
    // A comma elsewhere than between thousands is more likely a slip than a separator.
    return GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
  }

  /** The amount in Chinese capitals, nothing while it cannot be read or is not in 元. */
  static Optional<String> capitals(String typed, String currency) {
    if (!currency.equals("CNY")) {
      return Optional.empty();
    }
    try {
      Money money = Money.parse(plain(typed), Currency.getInstance(currency));
      return Optional.of(ChineseCapitals.of(money.minor()));
    } catch (AmountException unfinished) {
      return Optional.empty();
    }
  }
}
