package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.UUID;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingEvent;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.Json;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.FindingStepTable;
import org.aidledger.projections.table.FindingTable;
import org.aidledger.projections.table.Row;
import org.jspecify.annotations.Nullable;

/** Lists findings with their steps, and tells of them in the trail of the fund. */
final class FindingWriter {

  private final Batch batch;
  private final Journal journal;

  FindingWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, FindingEvent fact) {
    switch (fact) {
      case FindingRaised raised -> {
        begin(event, raised);
        step(event, fact, raised.raisedBy(), raised.text(), raised.severity());
      }
      case FindingAnswered answered -> {
        change(event, fact, FindingState.ANSWERED)
            .set(FindingTable.ANSWERED_BY, answered.answeredBy())
            .set(FindingTable.ANSWERED_AT, event.recordedAt());
        step(event, fact, answered.answeredBy(), answered.answer(), null);
      }
      case FindingClosed closed -> {
        change(event, fact, FindingState.CLOSED)
            .set(FindingTable.CLOSED_BY, closed.closedBy())
            .set(FindingTable.CLOSED_AT, event.recordedAt());
        step(event, fact, closed.closedBy(), closed.conclusion(), null);
      }
    }
  }

  private void begin(RecordedEvent event, FindingRaised raised) {
    String fundId = raised.fundId();
    batch
        .findings
        .begin(UUID.fromString(raised.findingId()))
        .set(FindingTable.ORGANISATION, raised.organisation())
        .set(FindingTable.FUND_ID, fundId == null ? null : UUID.fromString(fundId))
        .set(FindingTable.SEVERITY, raised.severity())
        .set(FindingTable.EXCEPTION_KIND, raised.exceptionKind())
        .set(FindingTable.STATE, FindingState.RAISED.name())
        .set(FindingTable.POSITIONS, Json.text(raised.positions()))
        .set(FindingTable.TEXT_SUBJECT, subject(raised.text()))
        .set(FindingTable.TEXT_SEALED, ciphertext(raised.text()))
        .set(FindingTable.RAISED_BY, raised.raisedBy())
        .set(FindingTable.RAISED_AT, event.recordedAt())
        .set(FindingTable.FIRST_POSITION, event.position())
        .set(FindingTable.LAST_POSITION, event.position());
  }

  private Row change(RecordedEvent event, FindingEvent fact, FindingState state) {
    return batch
        .findings
        .change(UUID.fromString(fact.findingId()))
        .set(FindingTable.STATE, state.name())
        .set(FindingTable.LAST_POSITION, event.position());
  }

  private void step(
      RecordedEvent event,
      FindingEvent fact,
      String actor,
      SealedText text,
      @Nullable String severity) {
    batch.findingSteps.add(
        FindingStepTable.TABLE
            .row()
            .set(FindingStepTable.POSITION, event.position())
            .set(FindingStepTable.FINDING_ID, UUID.fromString(fact.findingId()))
            .set(FindingStepTable.TYPE, fact.getClass().getSimpleName())
            .set(FindingStepTable.RECORDED_AT, event.recordedAt())
            .set(FindingStepTable.ACTOR, actor)
            .set(FindingStepTable.TEXT_SUBJECT, subject(text))
            .set(FindingStepTable.TEXT_SEALED, ciphertext(text)));
    String fundId = fact.fundId();
    if (fundId != null) {
      journal.write(
          event,
          Line.note(
                  fundId,
                  new Facts().with("findingId", fact.findingId()).with("severity", severity))
              .text(text));
    }
  }
}
