package org.aidledger.projections.writing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.aidledger.core.period.PeriodLock;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.Figure;
import org.aidledger.projections.FigureChange;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.FundTable;
import org.aidledger.projections.table.Row;
import org.aidledger.projections.table.TrailTable;
import org.jspecify.annotations.Nullable;

/** Writes lines to the trails of funds and moves the funds' figures with them. */
final class Journal {

  private final Batch batch;

  Journal(Batch batch) {
    this.batch = batch;
  }

  /** Writes a line; an entry also moves the figures of its fund and of its effective day. */
  Row write(RecordedEvent event, Line line) {
    Row fund = batch.funds.change(line.fundId());
    fund.set(FundTable.LAST_POSITION, event.position());
    Posting posting = line.posting();
    if (posting != null) {
      post(fund, posting);
    }
    Row row = row(event, line);
    if (posting != null) {
      row.set(TrailTable.ENTRY_NUMBER, posting.entryNumber())
          .set(TrailTable.MOVEMENT, posting.movement().name())
          .set(TrailTable.REFUND, posting.refund())
          .set(TrailTable.EFFECTIVE_ON, posting.effectiveOn())
          .set(TrailTable.POSTED_IN, postedIn(fund, posting.effectiveOn()))
          .set(TrailTable.AMOUNT, posting.amount());
    }
    row.set(TrailTable.BALANCE_AFTER, available(fund));
    batch.trail.add(row);
    return row;
  }

  /** Absent where the entry is booked in the month of its effective date, as nearly all are. */
  private static @Nullable LocalDate postedIn(Row fund, LocalDate effectiveOn) {
    LocalDate closedThrough = fund.get(FundTable.CLOSED_THROUGH);
    return closedThrough == null || effectiveOn.isAfter(closedThrough)
        ? null
        : PeriodLock.postingPeriod(
                PeriodLock.of(closedThrough, fund.need(FundTable.LATE_ENTRIES)), effectiveOn)
            .first();
  }

  private void post(Row fund, Posting posting) {
    List<FigureChange> changes = FigureChange.of(posting.movement(), posting.refund());
    for (FigureChange change : changes) {
      fund.add(FundTable.FIGURES.get(change.figure().place()), change.sign() * posting.amount());
    }
    long last = Math.max(fund.need(FundTable.LAST_ENTRY_NUMBER), posting.entryNumber());
    fund.set(FundTable.LAST_ENTRY_NUMBER, last);
    batch.dayTotals.add(fund.need(FundTable.FUND_ID), posting, changes);
  }

  private static long available(Row fund) {
    long available = 0;
    for (Figure figure : Figure.values()) {
      long value = fund.need(FundTable.FIGURES.get(figure.place()));
      available = Math.addExact(available, figure.inAvailable() * value);
    }
    return available;
  }

  private static Row row(RecordedEvent event, Line line) {
    SealedText person = line.person();
    SealedText text = line.text();
    return TrailTable.TABLE
        .row()
        .set(TrailTable.POSITION, event.position())
        .set(TrailTable.LINE, line.number())
        .set(TrailTable.FUND_ID, line.fundId())
        .set(TrailTable.EVENT_ID, UUID.fromString(event.eventId()))
        .set(TrailTable.STREAM_TYPE, event.streamType())
        .set(TrailTable.STREAM_ID, UUID.fromString(event.streamId()))
        .set(TrailTable.TYPE, event.payload().getClass().getSimpleName())
        .set(TrailTable.REFUND, false)
        .set(TrailTable.RECORDED_AT, event.recordedAt())
        .set(TrailTable.ACTOR, event.actor())
        .set(TrailTable.FACTS, line.facts().json())
        .set(TrailTable.PERSON_SUBJECT, subject(person))
        .set(TrailTable.PERSON_SEALED, ciphertext(person))
        .set(TrailTable.TEXT_SUBJECT, subject(text))
        .set(TrailTable.TEXT_SEALED, ciphertext(text));
  }

  static @Nullable UUID subject(@Nullable SealedText sealed) {
    return sealed == null ? null : UUID.fromString(sealed.subjectId());
  }

  static @Nullable String ciphertext(@Nullable SealedText sealed) {
    return sealed == null ? null : sealed.ciphertext();
  }
}
