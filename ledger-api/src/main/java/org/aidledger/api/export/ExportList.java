package org.aidledger.api.export;

import java.util.List;

/**
 * A list that can be had as a file.
 *
 * @param file the file's name in plain letters, for who cannot read the other
 * @param title the list's name in the language asked for, which is the file's name, too
 */
public record ExportList<T>(String file, String title, List<Column<T>> columns, Rows<T> rows) {

  public ExportList {
    columns = List.copyOf(columns);
  }
}
