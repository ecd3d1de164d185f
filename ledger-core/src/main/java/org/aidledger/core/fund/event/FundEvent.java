package org.aidledger.core.fund.event;

/** A fact on a fund's own stream. */
public sealed interface FundEvent
    permits FundOpened,
        FundFrozen,
        FundUnfrozen,
        FundClosed,
        FundChangeProposed,
        FundChangeConfirmed,
        FundPublished,
        FundUnpublished,
        PeriodLocked,
        PeriodUnlocked,
        ControlTotal {

  String fundId();
}
