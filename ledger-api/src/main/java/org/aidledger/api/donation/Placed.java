package org.aidledger.api.donation;

import java.util.Map;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.FirstRecording;

/** What the book answered to one line. */
sealed interface Placed {

  /** Recorded now, at this position. */
  record Recorded(DonationReceived event, long position) implements Placed {}

  /** The reference was there before; the content is still to be compared. */
  record Known(FirstRecording first) implements Placed {}

  /** A rule refused the line. */
  record RefusedLine(RuleCode code, Map<String, String> facts) implements Placed {}
}
