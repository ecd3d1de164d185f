package org.aidledger.projections.writing;

import java.util.Map;
import java.util.UUID;
import org.aidledger.projections.fund.LatestBalances;

/**
 * What one batch of events came to.
 *
 * @param before the position at which the read models stood
 * @param position the position at which they stand now
 * @param balances of all funds whose rows it wrote, as they are now
 */
public record Applied(long before, long position, Map<UUID, LatestBalances.Latest> balances) {}
