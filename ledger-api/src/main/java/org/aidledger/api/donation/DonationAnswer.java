package org.aidledger.api.donation;

import java.util.Map;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.refusal.RuleCode;

/** What a person or program that records a donation is told. */
public sealed interface DonationAnswer {

  /** Recorded now. */
  record Recorded(DonationReceived event, long position) implements DonationAnswer {}

  /** Recorded before with the same content; the first outcome. */
  record AlreadyRecorded(DonationReceived event, long position) implements DonationAnswer {}

  /** Refused by a rule, put on record. */
  record RefusedLine(RuleCode code, Map<String, String> facts) implements DonationAnswer {}
}
