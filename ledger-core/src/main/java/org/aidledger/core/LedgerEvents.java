package org.aidledger.core;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.account.event.AccountEvent;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.finding.event.FindingEvent;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.period.event.PeriodEvent;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;

/** Every kind of event that the book can hold; each is stored under its simple name. */
public final class LedgerEvents {

  private static final List<Class<?>> ROOTS =
      List.of(
          FundEvent.class,
          PeriodEvent.class,
          DonationEvent.class,
          EntryEvent.class,
          EntryReversed.class,
          FundsTransferred.class,
          PayoutEvent.class,
          PayoutBatchEvent.class,
          DocumentAttached.class,
          FindingEvent.class,
          AccountEvent.class,
          KeyDestructionRequested.class,
          KeyDestroyed.class,
          PersonalDataRead.class,
          CommandRefused.class);

  private LedgerEvents() {}

  /** The event records, found through the sealed interfaces that permit them. */
  public static List<Class<?>> all() {
    return ROOTS.stream().<Class<?>>flatMap(LedgerEvents::records).toList();
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(LedgerEvents::records)
        : Stream.of(type);
  }
}
