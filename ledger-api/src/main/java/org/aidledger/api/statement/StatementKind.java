package org.aidledger.api.statement;

import java.util.Locale;
import java.util.Optional;

/** The statements of a closing; their names stand in events and never change. */
public enum StatementKind {
  /** 收支结余表. */
  INCOME_EXPENDITURE,
  /** 发放花名册. */
  PAYOUTS,
  /** 捐赠收入明细表. */
  DONATIONS,
  /** 冲销更正登记表. */
  CORRECTIONS,
  /** 异常清单. */
  EXCEPTIONS;

  /** The part of the address that names it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The statement that a part of an address names. */
  public static Optional<StatementKind> ofSlug(String slug) {
    for (StatementKind kind : values()) {
      if (kind.slug().equals(slug)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The start of the keys of its words. */
  String key() {
    return name();
  }
}
