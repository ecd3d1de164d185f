package org.aidledger.api.web.text;

import java.util.Locale;
import java.util.Map;
import org.aidledger.projections.Figure;
import org.springframework.context.MessageSource;

/** The words of the pages in one language. */
public final class Texts {

  private final MessageSource messages;
  private final Locale locale;

  public Texts(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  public Language language() {
    return Language.of(locale);
  }

  /**
   * A message with numbered places.
   *
   * @throws org.springframework.context.NoSuchMessageException if the key is unknown
   */
  public String get(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** A message, or something else if the key is unknown. */
  public String getOr(String key, String otherwise) {
    String found = messages.getMessage(key, null, null, locale);
    return found == null ? otherwise : found;
  }

  /** A message with named places, see {@link Template}. */
  public String fill(String key, Map<String, String> facts) {
    return Template.fill(messages.getMessage(key, null, locale), facts);
  }

  /** A word of the domain, such as a state or a channel; the code itself if there is no word. */
  public String word(String kind, String code) {
    return getOr("word." + kind + "." + code, code);
  }

  /** The name of a figure. */
  public String figure(Figure figure) {
    return messages.getMessage("figure." + figure, null, locale);
  }

  /** The unit that stands in the head of a column of amounts: 元 or CNY. */
  public String unit(String currency) {
    return getOr("unit." + currency, currency);
  }

  /** An amount within a sentence, with its currency. */
  public String money(long minor, String currency) {
    String amount = MoneyText.of(minor, currency);
    String own = getOr("money." + currency, "");
    return own.isEmpty() ? currency + " " + amount : own.replace("{0}", amount);
  }
}
