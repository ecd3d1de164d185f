package org.aidledger.api.web.form;

import java.util.Arrays;
import java.util.List;
import org.aidledger.api.web.text.Texts;

/** One of the things that can be chosen. */
public record Option(String value, String text) {

  /** All names of an enum by their words, such as {@code word.channel.CASH}. */
  public static List<Option> of(Enum<?>[] values, String kind, Texts texts) {
    return Arrays.stream(values)
        .map(value -> new Option(value.name(), texts.word(kind, value.name())))
        .toList();
  }
}
