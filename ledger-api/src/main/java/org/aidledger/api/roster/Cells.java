package org.aidledger.api.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.aidledger.api.json.Texts;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.SheetTexts;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** The cells of one line by their fields, and everything that is found wrong with them. */
final class Cells {

  private static final int SHORT = 100;
  private static final int REFERENCE = 128;

  private final FieldPlaces places;
  private final SheetRow row;
  private final RosterSettings settings;
  private final List<CellProblem> problems = new ArrayList<>();

  Cells(FieldPlaces places, SheetRow row, RosterSettings settings) {
    this.places = places;
    this.row = row;
    this.settings = settings;
  }

  List<CellProblem> problems() {
    return problems;
  }

  /** The text of a field without blanks around it, empty if there is none. */
  String raw(RosterField field) {
    int column = places.column(field);
    return column == FieldPlaces.NOWHERE ? "" : SheetTexts.strip(row.cell(column));
  }

  boolean empty(RosterField field) {
    return raw(field).isEmpty();
  }

  boolean mapped(RosterField field) {
    return places.column(field) != FieldPlaces.NOWHERE;
  }

  /** A name or another short text. */
  @Nullable String text(RosterField field) {
    return clean(field, SHORT, Cells::typed);
  }

  /** A text in which a person may say more. */
  @Nullable String longText(RosterField field, int max) {
    return clean(field, max, Cells::typed);
  }

  /** A text that files an entry. */
  @Nullable String reference(RosterField field) {
    return lostDigits(field) ? null : clean(field, REFERENCE, Notation::halfWidth);
  }

  /** The number of a person or an account: digits and letters, blanks between them do not count. */
  @Nullable String number(RosterField field, int max) {
    return lostDigits(field) ? null : clean(field, max, Notation::unspaced);
  }

  @Nullable Money amount(RosterField field) {
    return read(
        field, text -> Values.amount(name(field), Notation.amount(text), settings.currency()));
  }

  @Nullable LocalDate day(RosterField field) {
    return read(field, text -> Values.pastDay(name(field), Notation.day(text), settings.today()));
  }

  <T> @Nullable T word(RosterField field, Words<T> words) {
    return read(
        field,
        text ->
            words
                .find(text)
                .orElseThrow(
                    () ->
                        new ApiProblem(
                            ApiCode.WORD_UNKNOWN, name(field), Map.of("allowed", words.shown()))));
  }

  /** Reads a cell in which something stands; notes what is wrong with it and answers null. */
  <T> @Nullable T read(RosterField field, Function<String, T> reader) {
    String text = raw(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (ApiProblem e) {
      note(field, e.problem());
      return null;
    }
  }

  /** Notes a field that has to be there, unless it is there and something else is wrong with it. */
  void require(RosterField field, @Nullable Object value) {
    if (value == null && problems.stream().noneMatch(p -> p.field() == field)) {
      note(field, Problem.of(ApiCode.FIELD_MISSING, name(field), Map.of()));
    }
  }

  void note(RosterField field, Problem problem) {
    int column = places.column(field);
    problems.add(
        new CellProblem(
            column == FieldPlaces.NOWHERE ? null : row.cellName(column), field, problem));
  }

  /** How people call the field: by its title in this file, if it has one. */
  String name(RosterField field) {
    return places.name(field);
  }

  private boolean lostDigits(RosterField field) {
    int column = places.column(field);
    if (column != FieldPlaces.NOWHERE
        && (row.damaged().contains(column) || Notation.exponent(row.cell(column)))) {
      note(field, Problem.of(ApiCode.DIGITS_LOST, name(field), Map.of()));
      return true;
    }
    return false;
  }

  private @Nullable String clean(RosterField field, int max, Function<String, String> form) {
    return read(field, text -> Texts.clean(name(field), form.apply(text), max));
  }

  /** What a person typed, without the apostrophe by which spreadsheet programs mark texts. */
  private static String typed(String text) {
    return text.startsWith("'") ? SheetTexts.strip(text.substring(1)) : text;
  }
}
