package org.aidledger.api.roster;

import java.time.LocalDate;
import java.util.Map;
import org.aidledger.api.json.Shape;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one line of a roster; the rules of amounts, days and texts are those of the API. */
final class LineReader {

  private static final int IDENTITY = 100;
  private static final int ACCOUNT = 64;

  private final Mapping mapping;
  private final RosterSettings settings;
  private final FieldPlaces places;
  private final NoEntries noEntries;

  LineReader(Mapping mapping, RosterSettings settings) {
    this.mapping = mapping;
    this.settings = settings;
    places = new FieldPlaces(mapping);
    noEntries = new NoEntries(mapping);
  }

  RosterLine read(SheetRow row) {
    Cells cells = new Cells(places, row, settings);
    RosterLine.Reason reason = noEntries.reason(row, cells);
    if (reason != null) {
      return new RosterLine.Skipped(row, reason);
    }
    RosterRow good =
        switch (mapping.kind()) {
          case DONATIONS -> donation(cells, cells.amount(RosterField.AMOUNT), RosterField.AMOUNT);
          case BANK_STATEMENT -> incoming(cells);
          case PAYOUTS -> payout(cells);
          case BANK_RESULT -> result(cells);
        };
    return good == null
        ? new RosterLine.Bad(row, cells.problems())
        : new RosterLine.Good(row, good);
  }

  private @Nullable RosterRow incoming(Cells cells) {
    if (!cells.mapped(RosterField.INCOMING)) {
      cells.require(RosterField.DIRECTION, cells.word(RosterField.DIRECTION, Words.DIRECTIONS));
      return donation(cells, cells.amount(RosterField.AMOUNT), RosterField.AMOUNT);
    }
    if (!NoEntries.none(cells.raw(RosterField.INCOMING))
        && !NoEntries.none(cells.raw(RosterField.OUTGOING))) {
      cells.note(
          RosterField.OUTGOING,
          Problem.of(ApiCode.INCOMING_AND_OUTGOING, cells.name(RosterField.OUTGOING), Map.of()));
    }
    return donation(cells, cells.amount(RosterField.INCOMING), RosterField.INCOMING);
  }

  private @Nullable RosterRow donation(
      Cells cells, @Nullable Money amount, RosterField amountField) {
    String unit = orElse(cells.text(RosterField.UNIT), mapping.defaults().unit());
    String name = cells.text(RosterField.NAME);
    String identityNumber = cells.number(RosterField.IDENTITY_NUMBER, IDENTITY);
    String staffNumber = cells.number(RosterField.STAFF_NUMBER, IDENTITY);
    String phone = cells.number(RosterField.PHONE, IDENTITY);
    LocalDate day = cells.day(RosterField.DAY);
    if (day == null && cells.empty(RosterField.DAY)) {
      day = mapping.defaults().day();
    }
    Channel channel = cells.word(RosterField.CHANNEL, Words.CHANNELS);
    if (channel == null && cells.empty(RosterField.CHANNEL)) {
      channel = mapping.defaults().channel();
    }
    String reference = cells.reference(RosterField.REFERENCE);
    String memo = cells.longText(RosterField.MEMO, Shape.LONG_TEXT);
    String account = cells.number(RosterField.BANK_ACCOUNT, ACCOUNT);
    // Where the file has a column for names, a line without one was forgotten; else units give.
    cells.require(RosterField.NAME, cells.mapped(RosterField.NAME) || unit == null ? name : unit);
    cells.require(amountField, amount);
    cells.require(RosterField.DAY, day);
    cells.require(RosterField.CHANNEL, channel);
    if (mapping.kind() == RosterKind.BANK_STATEMENT) {
      cells.require(RosterField.REFERENCE, reference);
    }
    if (!cells.problems().isEmpty() || amount == null || day == null || channel == null) {
      return null;
    }
    return new RosterRow.Donation(
        name,
        identityNumber,
        staffNumber,
        phone,
        unit,
        amount,
        day,
        channel,
        reference,
        memo,
        account);
  }

  private @Nullable RosterRow payout(Cells cells) {
    String name = cells.text(RosterField.NAME);
    Money amount = cells.amount(RosterField.AMOUNT);
    String purpose =
        orElse(cells.longText(RosterField.PURPOSE, Shape.LONG_TEXT), mapping.defaults().purpose());
    RosterRow.Payout row =
        new RosterRow.Payout(
            orElse(name, ""),
            cells.number(RosterField.IDENTITY_NUMBER, IDENTITY),
            cells.number(RosterField.STAFF_NUMBER, IDENTITY),
            cells.number(RosterField.PHONE, IDENTITY),
            orElse(cells.text(RosterField.UNIT), mapping.defaults().unit()),
            cells.text(RosterField.RELATIVE),
            cells.number(RosterField.BANK_ACCOUNT, ACCOUNT),
            cells.text(RosterField.BANK_NAME),
            amount == null ? new Money(0, settings.currency()) : amount,
            orElse(purpose, ""),
            cells.reference(RosterField.REFERENCE),
            cells.longText(RosterField.MEMO, Shape.LONG_TEXT));
    cells.require(RosterField.NAME, name);
    cells.require(RosterField.AMOUNT, amount);
    cells.require(RosterField.PURPOSE, purpose);
    return cells.problems().isEmpty() ? row : null;
  }

  private @Nullable RosterRow result(Cells cells) {
    var payoutId =
        cells.read(
            RosterField.PAYOUT_ID,
            text -> Values.id(cells.name(RosterField.PAYOUT_ID), Notation.unspaced(text)));
    RosterRow.Result result = cells.word(RosterField.RESULT, Words.RESULTS);
    LocalDate day = cells.day(RosterField.DAY);
    if (day == null && cells.empty(RosterField.DAY)) {
      day = mapping.defaults().day();
    }
    String bankReference = cells.reference(RosterField.BANK_REFERENCE);
    String reason = cells.longText(RosterField.REASON, Shape.LONG_TEXT);
    Money amount = cells.amount(RosterField.AMOUNT);
    cells.require(RosterField.PAYOUT_ID, payoutId);
    cells.require(RosterField.RESULT, result);
    cells.require(RosterField.DAY, day);
    if (result == RosterRow.Result.PAID) {
      cells.require(RosterField.BANK_REFERENCE, bankReference);
    }
    if (result == RosterRow.Result.RETURNED) {
      cells.require(RosterField.REASON, reason);
    }
    if (!cells.problems().isEmpty() || payoutId == null || result == null || day == null) {
      return null;
    }
    return new RosterRow.BankResult(payoutId, result, day, bankReference, reason, amount);
  }

  private static <T extends @Nullable Object> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
