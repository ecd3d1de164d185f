package org.aidledger.api.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What a file turned out to be.
 *
 * @param encoding of a text, such as {@code UTF-8} or {@code GB18030}; null for a workbook
 * @param separator between the cells of a text; null for a workbook
 * @param sheet the name of the sheet of a workbook that is read; null for a text
 */
public record SheetFormat(
    Kind kind, @Nullable String encoding, @Nullable Character separator, @Nullable String sheet) {

  /** The two kinds that are read. */
  public enum Kind {
    CSV,
    XLSX
  }
}
