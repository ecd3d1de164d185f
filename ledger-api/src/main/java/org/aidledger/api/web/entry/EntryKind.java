package org.aidledger.api.web.entry;

import java.util.List;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.projections.Figure;

/** The entries of one fund that are typed in on a page of the same shape. */
enum EntryKind {
  OPENING(Figure.OPENING),
  INCOME(Figure.OTHER_INCOME),
  EXPENSE(Figure.OTHER_EXPENSE);

  private final Figure figure;

  EntryKind(Figure figure) {
    this.figure = figure;
  }

  /** The kind whose pages lie under this part of an address. */
  static EntryKind of(String path) {
    return valueOf(path.toUpperCase(java.util.Locale.ROOT));
  }

  /** The figure that it adds to. */
  Figure figure() {
    return figure;
  }

  String path() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The fields that must be given, in the order of the page. */
  String[] required() {
    return this == OPENING
        ? new String[] {"amount", "effectiveOn", "evidence"}
        : new String[] {"category", "amount", "effectiveOn", "reference"};
  }

  /** What it can be for. */
  List<Option> categories(Texts texts) {
    return switch (this) {
      case OPENING -> List.of();
      case INCOME -> Option.of(IncomeCategory.values(), "category", texts);
      case EXPENSE -> Option.of(ExpenseCategory.values(), "category", texts);
    };
  }
}
