package org.aidledger.api.web.trail;

import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.finding.event.FindingEvent;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;

/** The events that can stand in a trail. */
public final class TrailTypes {

  /** Their names, in the order of the features. */
  public static final List<String> NAMES =
      Stream.of(
              FundEvent.class,
              DonationEvent.class,
              EntryEvent.class,
              EntryReversed.class,
              FundsTransferred.class,
              PayoutEvent.class,
              PayoutBatchEvent.class,
              DocumentAttached.class,
              FindingEvent.class)
          .flatMap(TrailTypes::records)
          .map(Class::getSimpleName)
          .distinct()
          .toList();

  private TrailTypes() {}

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(TrailTypes::records)
        : Stream.of(type);
  }
}
