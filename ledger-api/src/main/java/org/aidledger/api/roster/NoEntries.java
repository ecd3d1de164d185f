package org.aidledger.api.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.SheetTexts;
import org.jspecify.annotations.Nullable;

/** Tells the lines that are no entries: totals, empty lines, repeated headers, remarks. */
final class NoEntries {

  private static final Pattern TOTAL =
      Pattern.compile(
          "(本页|本单位|本部门|全部|以上|各单位)?(合计|小计|总计|共计|累计|总合计|总额)(金额|人数)?([(（].*[)）])?"
              + "[:：]?\\d*(人|笔|户|元)?|(sub|grand)?total[:：]?|sum[:：]?");

  private static final Pattern REMARK =
      Pattern.compile("(制表|填表|审核|复核|经办|审批|负责|主管|财务|会计|出纳|领导|单位|备注|说明|注|日期)[^:：]{0,8}[:：].*");

  /** Zero and dashes, as programs of banks fill the column of the other direction. */
  private static final Pattern NONE = Pattern.compile("[-—–]*|0+(\\.0*)?");

  /** What identifies a donor or payee who happens to be called like a total. */
  private static final List<RosterField> KEYS =
      List.of(
          RosterField.IDENTITY_NUMBER,
          RosterField.STAFF_NUMBER,
          RosterField.PHONE,
          RosterField.BANK_ACCOUNT,
          RosterField.REFERENCE,
          RosterField.PAYOUT_ID,
          RosterField.DAY);

  private static final List<RosterField> AMOUNTS =
      List.of(RosterField.AMOUNT, RosterField.INCOMING, RosterField.OUTGOING);

  private final Mapping mapping;

  /** The mapped columns and their titles in the form in which they are compared. */
  private final int[] columns;

  private final String[] titles;
  private final Set<Integer> amountColumns = new HashSet<>();

  NoEntries(Mapping mapping) {
    this.mapping = mapping;
    columns = mapping.columns().values().stream().mapToInt(Integer::intValue).toArray();
    titles = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      boolean titled = columns[i] < mapping.titles().size();
      titles[i] = titled ? Titles.normal(mapping.titles().get(columns[i])) : "";
    }
    for (RosterField field : AMOUNTS) {
      Integer column = mapping.columns().get(field);
      if (column != null) {
        amountColumns.add(column);
      }
    }
  }

  RosterLine.@Nullable Reason reason(SheetRow row, Cells cells) {
    if (repeatsHeader(row)) {
      return RosterLine.Reason.REPEATED_HEADER;
    }
    if (isTotal(row, cells)) {
      return RosterLine.Reason.TOTAL_LINE;
    }
    if (isRemark(row, cells)) {
      return RosterLine.Reason.REMARK;
    }
    if (mapping.columns().keySet().stream().allMatch(cells::empty)) {
      return RosterLine.Reason.EMPTY;
    }
    return mapping.kind() == RosterKind.BANK_STATEMENT && isOutgoing(cells)
        ? RosterLine.Reason.OUTGOING
        : null;
  }

  /** Whether an amount column says that nothing moved. */
  static boolean none(String text) {
    return NONE.matcher(Notation.amount(text)).matches();
  }

  private boolean repeatsHeader(SheetRow row) {
    if (mapping.titles().isEmpty()) {
      return false;
    }
    for (int i = 0; i < columns.length; i++) {
      // A digit stays a digit in the form that is compared, so it settles nearly every line at
      // once.
      if (columns[i] >= mapping.titles().size()
          || (hasDigit(row.cell(columns[i])) && !hasDigit(titles[i]))) {
        return false;
      }
    }
    for (int i = 0; i < columns.length; i++) {
      if (!Titles.normal(row.cell(columns[i])).equals(titles[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  /**
   * A line with a word such as 合计, unless something else on it names a person: a donor may well be
   * called so.
   */
  private boolean isTotal(SheetRow row, Cells cells) {
    int word = -1;
    for (int column = 0; column < row.cells().size() && word < 0; column++) {
      String cell = row.cell(column);
      if (mayBeTotal(cell)
          && !amountColumns.contains(column)
          && TOTAL.matcher(compact(cell)).matches()) {
        word = column;
      }
    }
    if (word < 0) {
      return false;
    }
    for (Map.Entry<RosterField, Integer> entry : mapping.columns().entrySet()) {
      boolean names = KEYS.contains(entry.getKey()) || entry.getKey() == RosterField.NAME;
      if (names && entry.getValue() != word && !cells.empty(entry.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** Who made the table and who checked it, below a table whose line has no amount. */
  private boolean isRemark(SheetRow row, Cells cells) {
    return AMOUNTS.stream().allMatch(cells::empty)
        && row.cells().stream()
            .filter(cell -> !SheetTexts.blank(cell))
            .findFirst()
            .filter(cell -> REMARK.matcher(compact(cell)).matches())
            .isPresent();
  }

  private static boolean isOutgoing(Cells cells) {
    if (cells.mapped(RosterField.INCOMING)) {
      return none(cells.raw(RosterField.INCOMING)) && !none(cells.raw(RosterField.OUTGOING));
    }
    return Words.DIRECTIONS.find(cells.raw(RosterField.DIRECTION)).equals(Optional.of(false));
  }

  /** Each word of {@link #TOTAL} holds one of these; few cells of other kinds do. */
  private static boolean mayBeTotal(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      switch (cell.charAt(i)) {
        case '计', '额', 'l', 'L', 'm', 'M', 'ｌ', 'Ｌ', 'ｍ', 'Ｍ' -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private static String compact(String cell) {
    return Notation.unspaced(cell).toLowerCase(Locale.ROOT);
  }
}
