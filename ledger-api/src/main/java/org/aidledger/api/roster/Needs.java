package org.aidledger.api.roster;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Without which fields no line of a file can be read. */
final class Needs {

  private Needs() {}

  static Set<RosterField> missing(
      RosterKind kind, Map<RosterField, Integer> columns, RosterDefaults defaults) {
    Set<RosterField> missing =
        switch (kind) {
          case DONATIONS -> EnumSet.of(RosterField.NAME, RosterField.AMOUNT, RosterField.DAY);
          case BANK_STATEMENT ->
              EnumSet.of(
                  RosterField.REFERENCE, RosterField.NAME, RosterField.INCOMING, RosterField.DAY);
          case PAYOUTS -> EnumSet.of(RosterField.NAME, RosterField.AMOUNT, RosterField.PURPOSE);
          case BANK_RESULT ->
              EnumSet.of(RosterField.PAYOUT_ID, RosterField.RESULT, RosterField.DAY);
        };
    missing.removeAll(columns.keySet());
    if (defaults.day() != null) {
      missing.remove(RosterField.DAY);
    }
    if (defaults.purpose() != null) {
      missing.remove(RosterField.PURPOSE);
    }
    if (kind == RosterKind.DONATIONS
        && (columns.containsKey(RosterField.UNIT) || defaults.unit() != null)) {
      missing.remove(RosterField.NAME);
    }
    if (columns.keySet().containsAll(Set.of(RosterField.AMOUNT, RosterField.DIRECTION))) {
      missing.remove(RosterField.INCOMING);
    }
    return missing;
  }
}
