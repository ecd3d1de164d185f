package org.aidledger.api.imports;

import java.util.List;
import java.util.Map;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read, with its first lines in clear, for those alone who may import it.
 *
 * @param ready whether the file can be read like this
 */
record MappingView(
    Layout layout, boolean ready, List<LineText> titleLines, List<LineText> firstLines) {

  /** One line as it stands in the file. */
  record LineText(int line, List<String> cells) {

    static List<LineText> of(List<SheetRow> rows) {
      return rows.stream().map(row -> new LineText(row.line(), row.cells())).toList();
    }
  }

  static MappingView of(Proposal proposal) {
    return new MappingView(
        Layout.of(proposal, false),
        proposal.ready(),
        LineText.of(proposal.titleLines()),
        LineText.of(proposal.firstLines()));
  }

  /** The body that changes a mapping; what is absent stays as it was found. */
  record Body(
      @Nullable String kind,
      @Nullable Integer headerLine,
      @Nullable Map<String, String> columns,
      @Nullable Defaults defaults) {}

  /** What holds for lines whose own cell is empty. */
  record Defaults(
      @Nullable String channel,
      @Nullable String day,
      @Nullable String unit,
      @Nullable String purpose) {}
}
