package org.aidledger.core.period.event;

/** A fact on the stream of an organisation's calendar of periods. */
public sealed interface PeriodEvent
    permits PeriodClosingProposed,
        PeriodClosed,
        PeriodReopeningProposed,
        PeriodReopened,
        FundListed {

  String organisation();
}
