package org.aidledger.core.donation.command;

import java.util.List;
import org.aidledger.core.fund.FundId;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Record donations into one fund in one append. With lookFirst the lines that exist already are
 * looked up before; without it they collide, which is cheaper when there are none.
 */
public record RecordDonations(
    @RoutingKey FundId fundId, List<DonationLine> lines, boolean lookFirst) {

  /** The same order after it collided with donations that exist already. */
  public RecordDonations lookingFirst() {
    return new RecordDonations(fundId, lines, true);
  }
}
