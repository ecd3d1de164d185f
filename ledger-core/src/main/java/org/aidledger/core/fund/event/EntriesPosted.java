package org.aidledger.core.fund.event;

import org.aidledger.core.fund.Movement;
import org.axonframework.serialization.Revision;

/**
 * The control total of entries other than donations; total is signed where the movement may go
 * either way.
 */
@Revision("1")
public record EntriesPosted(
    String fundId, Movement movement, long firstEntryNumber, int count, long total, String digest)
    implements ControlTotal {}
