package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.roster.Mapping;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterField;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.sheet.SheetTexts;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read; nothing in it names a person.
 *
 * @param fingerprint of the titles, under which a changed mapping is remembered
 * @param title that stands above the header
 * @param headerLine number of the line that holds the titles, 0 if there is none
 * @param columns in the order of the file
 * @param format CSV or XLSX
 * @param encoding of a text, absent for a workbook
 * @param ambiguous fields that several columns fit equally, with the letters of those columns
 * @param missing fields without which no line can be read
 * @param remembered whether a person changed the mapping of an earlier file of this shape
 */
public record Layout(
    RosterKind kind,
    String fingerprint,
    @Nullable String title,
    int headerLine,
    List<Column> columns,
    String format,
    @Nullable String encoding,
    Map<String, List<String>> ambiguous,
    List<String> missing,
    boolean remembered) {

  private static final int BATCH_LENGTH = 128;

  /**
   * One column.
   *
   * @param letter as a workbook shows it, such as {@code E}
   * @param title its name in the file
   * @param field what it is read as, absent if it is left out
   */
  public record Column(String letter, String title, @Nullable String field) {}

  static Layout of(Proposal proposal, boolean remembered) {
    Map<String, List<String>> ambiguous = new HashMap<>();
    proposal
        .ambiguous()
        .forEach(
            (field, columns) ->
                ambiguous.put(field.key(), columns.stream().map(SheetTexts::columnName).toList()));
    return new Layout(
        proposal.mapping().kind(),
        proposal.fingerprint(),
        title(proposal),
        proposal.mapping().headerLine(),
        columns(proposal.mapping()),
        proposal.format().kind().name(),
        proposal.format().encoding(),
        ambiguous,
        proposal.missing().stream().map(RosterField::key).sorted().toList(),
        remembered);
  }

  private static List<Column> columns(Mapping mapping) {
    Map<Integer, RosterField> fields = new HashMap<>();
    mapping.columns().forEach((field, column) -> fields.put(column, field));
    int count =
        Math.max(
            mapping.titles().size(), fields.keySet().stream().mapToInt(c -> c + 1).max().orElse(0));
    List<Column> columns = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      RosterField field = fields.get(i);
      columns.add(
          new Column(
              SheetTexts.columnName(i),
              i < mapping.titles().size() ? mapping.titles().get(i) : "",
              field == null ? null : field.key()));
    }
    return columns;
  }

  private static @Nullable String title(Proposal proposal) {
    return proposal.titleLines().stream()
        .flatMap(line -> line.cells().stream())
        .map(String::strip)
        .filter(cell -> !cell.isEmpty())
        .findFirst()
        .orElse(null);
  }

  boolean has(RosterField field) {
    return columns.stream().anyMatch(column -> field.key().equals(column.field()));
  }

  /** The name of the batch that is proposed: the title of the file, else its name. */
  String batchFor(String fileName) {
    String name = title == null ? fileName.replaceFirst("\\.[^.]*$", "") : title;
    return name.substring(0, Math.min(name.length(), BATCH_LENGTH)).strip();
  }
}
