package org.aidledger.core.donation;

import java.util.Map;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.FirstRecording;

/** What became of one line of a batch of donations. */
public sealed interface LineOutcome {

  /** The line is a new donation, the offset-th detail event of the append. */
  record Recorded(DonationReceived event, int offset) implements LineOutcome {}

  /** An earlier line of the same batch has this reference. */
  record Repeats(int line) implements LineOutcome {}

  /** The reference was recorded before; the caller compares the content. */
  record Known(FirstRecording first) implements LineOutcome {}

  /** A rule refused this line alone. */
  record RefusedLine(RuleCode code, Map<String, String> facts) implements LineOutcome {}
}
