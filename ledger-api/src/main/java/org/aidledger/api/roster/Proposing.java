package org.aidledger.api.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.sheet.SheetFormat;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.SheetTexts;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;

/** Makes a proposal out of the first lines of a file and of what a person decided. */
final class Proposing {

  private static final int SHOWN = 10;

  private final SheetFormat format;
  private final List<SheetRow> rows;
  private final MappingChoice choice;
  private final List<Problem> problems = new ArrayList<>();

  Proposing(SheetFormat format, List<SheetRow> rows, MappingChoice choice) {
    this.format = format;
    this.rows = rows;
    this.choice = choice;
  }

  Proposal propose() {
    Header header = header();
    List<String> titles = header == null ? List.of() : header.row().cells();
    RosterKind kind = choice.kind() == null ? Header.kind(titles) : choice.kind();
    Columns found = Columns.of(kind, titles);
    int first = header == null ? 0 : header.index() + 1;
    List<SheetRow> above = rows.subList(0, Math.max(0, first - 1));
    List<SheetRow> below = rows.subList(first, Math.min(rows.size(), first + SHOWN));
    Map<RosterField, Integer> columns =
        new ChosenColumns(titles, width(below), kind, problems).choose(found, choice.columns());
    Map<RosterField, List<Integer>> ambiguous = new EnumMap<>(RosterField.class);
    ambiguous.putAll(found.ambiguous());
    ambiguous.keySet().removeAll(choice.columns().keySet());
    ambiguous.forEach(this::noteAmbiguous);
    RosterDefaults defaults = defaults(kind, columns, above);
    Set<RosterField> missing = Needs.missing(kind, columns, defaults);
    missing.removeAll(ambiguous.keySet());
    missing.forEach(field -> problems.add(problem(ApiCode.COLUMN_MISSING, field, Map.of())));
    noteTenThousands(above, header, columns);
    Mapping mapping =
        new Mapping(kind, header == null ? 0 : header.row().line(), titles, columns, defaults);
    // Files without known titles are told apart by their first line, which may hold unknown ones.
    List<String> shape = titles.isEmpty() && !rows.isEmpty() ? rows.getFirst().cells() : titles;
    return new Proposal(
        format, mapping, fingerprint(shape), above, below, ambiguous, missing, problems);
  }

  private @Nullable Header header() {
    Integer chosen = choice.headerLine();
    if (chosen == null) {
      Header found = Header.find(rows, choice.kind());
      if (found == null && choice.columns().isEmpty()) {
        problems.add(Problem.of(ApiCode.HEADER_NOT_FOUND, null, Map.of("lines", Header.DEPTH)));
      }
      return found;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).line() == chosen) {
        return new Header(i, rows.get(i));
      }
    }
    if (chosen > 0) {
      problems.add(Problem.of(ApiCode.HEADER_NOT_FOUND, null, Map.of("lines", chosen)));
    }
    return null;
  }

  /** What holds where the file says nothing; a person's decision goes first. */
  private RosterDefaults defaults(
      RosterKind kind, Map<RosterField, Integer> columns, List<SheetRow> above) {
    RosterDefaults chosen = choice.defaults();
    Channel channel =
        switch (kind) {
          case BANK_STATEMENT -> Channel.BANK_TRANSFER;
          case DONATIONS ->
              columns.containsKey(RosterField.STAFF_NUMBER) ? Channel.PAYROLL : Channel.CASH;
          case PAYOUTS, BANK_RESULT -> null;
        };
    String purpose = kind == RosterKind.PAYOUTS ? heading(above) : null;
    return new RosterDefaults(
        chosen.channel() == null ? channel : chosen.channel(),
        chosen.day(),
        chosen.unit(),
        chosen.purpose() == null ? purpose : chosen.purpose());
  }

  /** The heading of the table without the word for table: 2026年金秋助学发放名册 is for 2026年金秋助学. */
  private static @Nullable String heading(List<SheetRow> above) {
    for (SheetRow row : above) {
      List<String> filled = row.cells().stream().filter(c -> !SheetTexts.blank(c)).toList();
      if (filled.size() == 1) {
        String heading = SheetTexts.strip(filled.getFirst());
        String purpose =
            heading.replaceFirst("(资金)?(发放|拨付|领取|付款)?(名册|花名册|名单|清册|明细表|明细|登记表|汇总表|表)$", "");
        return purpose.isEmpty() || purpose.length() > 200 ? null : purpose;
      }
    }
    return null;
  }

  private void noteTenThousands(
      List<SheetRow> above, @Nullable Header header, Map<RosterField, Integer> columns) {
    for (SheetRow row : above) {
      if (row.cells().stream().anyMatch(Titles::tenThousands)) {
        noteTenThousands(row);
      }
    }
    Integer amounts = columns.get(RosterField.AMOUNT);
    if (header != null && amounts != null && Titles.tenThousands(header.row().cell(amounts))) {
      noteTenThousands(header.row());
    }
  }

  private void noteTenThousands(SheetRow row) {
    problems.add(Problem.of(ApiCode.AMOUNTS_IN_TEN_THOUSANDS, null, Map.of("line", row.line())));
  }

  private void noteAmbiguous(RosterField field, List<Integer> columns) {
    problems.add(problem(ApiCode.COLUMN_AMBIGUOUS, field, Map.of("columns", letters(columns))));
  }

  private static List<String> letters(List<Integer> columns) {
    return columns.stream().map(SheetTexts::columnName).toList();
  }

  private static Problem problem(ApiCode code, RosterField field, Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("column", field.name());
    return Problem.of(code, "columns." + field.key(), all);
  }

  private static int width(List<SheetRow> rows) {
    return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
  }

  /** The same for all files with the same titles in the same order. */
  private static String fingerprint(List<String> titles) {
    String text = String.join("\u001f", titles.stream().map(Titles::normal).toList());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
