package org.aidledger.api.roster;

import java.time.LocalDate;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;

/** What holds for lines whose own cell is empty, or for files without the column. */
public record RosterDefaults(
    @Nullable Channel channel,
    @Nullable LocalDate day,
    @Nullable String unit,
    @Nullable String purpose) {

  public static final RosterDefaults NONE = new RosterDefaults(null, null, null, null);
}
