package org.aidledger.api.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.sheet.SheetTexts;
import org.aidledger.api.sheet.Sheets;
import org.jspecify.annotations.Nullable;

/**
 * Puts the columns that a person chose in the place of those that were found.
 *
 * @param width the number of columns of the file where it has no titles
 * @param problems receives what cannot be done
 */
record ChosenColumns(List<String> titles, int width, RosterKind kind, List<Problem> problems) {

  Map<RosterField, Integer> choose(Columns found, Map<RosterField, String> chosen) {
    Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
    columns.putAll(found.found());
    Map<RosterField, Integer> byPerson = new EnumMap<>(RosterField.class);
    chosen.forEach(
        (field, given) -> {
          columns.remove(field);
          Integer column =
              given.isEmpty() || !kind.fields().contains(field) ? null : column(field, given);
          if (column != null) {
            byPerson.put(field, column);
          }
        });
    // What a person chose is taken from the fields that were only guessed.
    columns.values().removeAll(byPerson.values());
    columns.putAll(byPerson);
    noteTaken(byPerson);
    return columns;
  }

  private @Nullable Integer column(RosterField field, String given) {
    List<Integer> titled = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (!titles.get(i).isBlank() && Titles.normal(titles.get(i)).equals(Titles.normal(given))) {
        titled.add(i);
      }
    }
    int column = titled.size() == 1 ? titled.getFirst() : titled.isEmpty() ? index(given) : -1;
    if (column < 0 || column >= Math.max(titles.size(), width)) {
      problems.add(
          Problem.of(
              ApiCode.COLUMN_UNKNOWN,
              "columns." + field.key(),
              Map.of("given", given, "column", field.name())));
      return null;
    }
    return column;
  }

  /** The column of a number from 1 or of letters, -1 if it is neither. */
  private static int index(String given) {
    if (given.matches("[0-9]{1,3}")) {
      return Integer.parseInt(given) - 1;
    }
    for (int i = 0; given.length() <= 2 && i < Sheets.MAX_COLUMNS; i++) {
      if (SheetTexts.columnName(i).equals(given.toUpperCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }

  private void noteTaken(Map<RosterField, Integer> columns) {
    Map<Integer, RosterField> owners = new HashMap<>();
    columns.forEach(
        (field, column) -> {
          RosterField owner = owners.putIfAbsent(column, field);
          if (owner != null) {
            problems.add(
                Problem.of(
                    ApiCode.COLUMN_TAKEN,
                    "columns." + field.key(),
                    Map.of(
                        "column", owner.name(),
                        "other", field.name(),
                        "columns", SheetTexts.columnName(column))));
          }
        });
  }
}
