package org.aidledger.core.finding.command;

import java.util.List;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.finding.FindingId;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Raise a finding.
 *
 * @param fundId absent if it is about the organisation as a whole
 * @param exceptionKind the exception rule that led to it, absent if it was found otherwise
 * @param positions of the events behind it; their order and repetitions do not matter
 */
public record RaiseFinding(
    @RoutingKey FindingId findingId,
    String organisation,
    @Nullable FundId fundId,
    Severity severity,
    @Nullable String exceptionKind,
    List<Long> positions,
    SealedText text,
    AccountId actor) {

  /** Keeps a copy of the list. */
  public RaiseFinding {
    positions = List.copyOf(positions);
  }
}
