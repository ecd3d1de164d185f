package org.aidledger.api.imports;

import java.util.Currency;
import org.aidledger.api.json.Texts;
import org.aidledger.api.json.Values;
import org.jspecify.annotations.Nullable;

/** Reads what people type beside a file. */
final class Typed {

  private static final int BATCH_LENGTH = 128;

  private Typed() {}

  static @Nullable String batch(@Nullable String given) {
    return given == null || given.isBlank() ? null : Texts.clean("batch", given, BATCH_LENGTH);
  }

  /** People copy the figure from where it stands with signs and separators. */
  static @Nullable Long control(@Nullable String given, Currency currency) {
    return given == null || given.isBlank()
        ? null
        : Values.amount("controlTotal", given.replaceAll("[,，￥¥\\s]", ""), currency).minor();
  }
}
