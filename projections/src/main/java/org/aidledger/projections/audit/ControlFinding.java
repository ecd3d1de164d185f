package org.aidledger.projections.audit;

import org.jspecify.annotations.Nullable;

/**
 * Details that do not add up to what their fund's own stream says of them.
 *
 * @param position the position of the control total, absent if none covers the entries
 * @param what COUNT, TOTAL, DIGEST or MOVEMENT of one control total, or NUMBERING of the fund
 * @param expected what the control total says
 * @param found what its details say
 */
public record ControlFinding(
    String fundId,
    @Nullable Long position,
    String what,
    @Nullable String expected,
    @Nullable String found) {}
