package org.aidledger.api.roster;

import java.util.EnumMap;
import java.util.Map;
import org.aidledger.api.sheet.SheetTexts;

/** Where the fields of a mapping stand and what people call them, looked up once for all lines. */
final class FieldPlaces {

  /** Of a field that the file does not have. */
  static final int NOWHERE = -1;

  private final Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
  private final Map<RosterField, String> names = new EnumMap<>(RosterField.class);

  FieldPlaces(Mapping mapping) {
    columns.putAll(mapping.columns());
    for (RosterField field : RosterField.values()) {
      names.put(field, name(mapping, field));
    }
  }

  /** The column, counted from 0, or {@link #NOWHERE}. */
  int column(RosterField field) {
    Integer column = columns.get(field);
    return column == null ? NOWHERE : column;
  }

  /** How people call the field: by its title in this file, if it has one. */
  String name(RosterField field) {
    return names.getOrDefault(field, field.name());
  }

  private String name(Mapping mapping, RosterField field) {
    int column = column(field);
    String title =
        column == NOWHERE || column >= mapping.titles().size()
            ? ""
            : SheetTexts.strip(mapping.titles().get(column));
    return title.isEmpty() ? field.name() : title;
  }
}
