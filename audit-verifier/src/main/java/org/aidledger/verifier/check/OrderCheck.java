package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.EventTypes;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Streams have no gaps, stand where they should, and recorded times never run backwards. */
final class OrderCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Streams streams;
  private long lastRecordedAt = Long.MIN_VALUE;

  OrderCheck(Scope scope, Findings findings, Streams streams) {
    this.scope = scope;
    this.findings = findings;
    this.streams = streams;
  }

  @Override
  public void on(Event event) {
    if (!EventTypes.known(event.type())) {
      findings.add(Code.EVENT_TYPE_UNKNOWN, "position", event.position(), "type", event.type());
    } else if (!EventTypes.standsRight(event)) {
      findings.add(
          Code.STREAM_CONTRADICTED, "position", event.position(), "stream", event.streamId());
    }
    long stream = streams.numberOf(event);
    long expected = streams.next(stream);
    boolean follows =
        expected < 0
            ? event.sequence() == 0 || (!scope.fromStart() && event.sequence() > 0)
            : event.sequence() == expected;
    if (!follows) {
      findings.add(
          Code.SEQUENCE_GAP,
          "position",
          event.position(),
          "stream",
          event.streamType() + "/" + event.streamId(),
          "expected",
          Math.max(expected, 0),
          "found",
          event.sequence());
    }
    streams.follow(stream, event.sequence() + 1);
    if (event.recordedAt() < lastRecordedAt) {
      findings.add(Code.TIME_RUNS_BACK, "position", event.position());
    }
    lastRecordedAt = event.recordedAt();
  }
}
