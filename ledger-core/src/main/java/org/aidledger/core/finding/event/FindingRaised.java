package org.aidledger.core.finding.event;

import java.util.List;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An auditor found something and asks the organisation to answer.
 *
 * @param exceptionKind the exception rule that led to it; absent if it was found otherwise
 * @param positions of the events behind it in the book, ascending, each once; may be empty
 * @param text what was found, in words that may name somebody
 */
@Revision("1")
public record FindingRaised(
    String findingId,
    String organisation,
    @Nullable String fundId,
    String severity,
    @Nullable String exceptionKind,
    List<Long> positions,
    SealedText text,
    String raisedBy)
    implements FindingEvent {

  /** Keeps a copy of the list. */
  public FindingRaised {
    positions = List.copyOf(positions);
  }
}
