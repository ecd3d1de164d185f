package org.aidledger.api.web.trail;

import org.aidledger.api.web.text.Texts;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.trail.TrailLine;

/** Which sentence tells what a line of the trail is about. */
final class Summary {

  private Summary() {}

  static String of(TrailLine line, Resolved resolved, Texts texts) {
    String key = "trail.event." + line.type() + variant(line);
    // An event that a newer version wrote is named rather than hidden.
    return texts.getOr(key, "").isEmpty()
        ? line.type()
        : texts.fill(key, new SummaryFacts(line, resolved, texts).inWords());
  }

  /** One event may stand in the trail in two ways, each with a sentence of its own. */
  private static String variant(TrailLine line) {
    return switch (line.type()) {
      case "DonationCorrected" -> line.place().line() == 0 ? ".undone" : ".redone";
      case "FundsTransferred" ->
          Movement.TRANSFER_OUT.name().equals(line.movement()) ? ".out" : ".in";
      case "PayoutApproved" -> line.entryNumber() == null ? ".waiting" : ".reserved";
      case "PayoutBatchApproved" ->
          Boolean.parseBoolean(line.facts().get("complete")) ? ".complete" : ".waiting";
      case "PayoutCancelled" -> line.entryNumber() == null ? ".before" : ".released";
      default -> "";
    };
  }
}
