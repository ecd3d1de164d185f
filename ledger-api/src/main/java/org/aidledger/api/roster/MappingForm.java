package org.aidledger.api.roster;

import java.util.EnumMap;
import java.util.Map;
import org.aidledger.api.json.Shape;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person decided about a mapping: {@code {kind, headerLine, columns: {name: "C",
 * amount: "金额(元)", memo: ""}, defaults: {channel, day, unit, purpose}}}, all optional.
 */
public final class MappingForm {

  /** Header lines are looked for no further down. */
  static final int MAX_HEADER_LINE = 1_000;

  private static final int TITLE_LENGTH = 200;
  private static final int NAME_LENGTH = 100;

  private MappingForm() {}

  public static MappingChoice read(Shape body) {
    RosterKind kind = body.optionalChoice("kind", RosterKind.class);
    Integer headerLine = body.optionalInteger("headerLine", 0, MAX_HEADER_LINE);
    Shape columns = body.optionalObject("columns");
    Shape defaults = body.optionalObject("defaults");
    return new MappingChoice(
        kind,
        headerLine,
        columns == null ? Map.of() : columns(columns),
        defaults == null ? RosterDefaults.NONE : defaults(defaults));
  }

  private static Map<RosterField, String> columns(Shape columns) {
    Map<RosterField, String> chosen = new EnumMap<>(RosterField.class);
    for (RosterField field : RosterField.values()) {
      if (columns.has(field.key())) {
        @Nullable String title = columns.optionalText(field.key(), TITLE_LENGTH);
        chosen.put(field, title == null ? "" : title);
      }
    }
    return chosen;
  }

  private static RosterDefaults defaults(Shape defaults) {
    return new RosterDefaults(
        defaults.optionalChoice("channel", Channel.class),
        defaults.optionalDay("day"),
        defaults.optionalText("unit", NAME_LENGTH),
        defaults.optionalText("purpose", Shape.LONG_TEXT));
  }
}
