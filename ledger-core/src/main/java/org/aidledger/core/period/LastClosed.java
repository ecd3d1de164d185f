package org.aidledger.core.period;

/** The last closed period of an organisation and the lock that came with it. */
public record LastClosed(AccountingPeriod period, PeriodLock lock) {}
