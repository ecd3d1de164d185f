package org.aidledger.verifier.check;

import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.EventTypes;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;

/** Streams have no gaps, stand where they should, and recorded times never run backwards. */
final class OrderCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Ids streams;

  /** The number that the next event of a stream has, plus one, so that 0 is an unknown stream. */
  private final Longs next = new Longs();

  private long lastRecordedAt = Long.MIN_VALUE;

  OrderCheck(Scope scope, Findings findings, Ids streams) {
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
    int stream = streams.numberOf(event.streamId());
    long expected = next.get(stream) - 1;
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
    next.set(stream, event.sequence() + 2);
    if (event.recordedAt() < lastRecordedAt) {
      findings.add(Code.TIME_RUNS_BACK, "position", event.position());
    }
    lastRecordedAt = event.recordedAt();
  }
}
