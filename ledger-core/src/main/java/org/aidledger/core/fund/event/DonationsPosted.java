package org.aidledger.core.fund.event;

import org.aidledger.core.fund.Movement;
import org.axonframework.serialization.Revision;

/** The control total of one batch of donations; the digest is SHA-256 over their ids in order. */
@Revision("1")
public record DonationsPosted(
    String fundId, long firstEntryNumber, int count, long total, String digest)
    implements ControlTotal {

  @Override
  public Movement movement() {
    return Movement.DONATION;
  }
}
