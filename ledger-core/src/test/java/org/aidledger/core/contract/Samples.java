package org.aidledger.core.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.subject.SealedText;

/** One event of every kind, with nothing left out. */
final class Samples {

  static final String FUND = "0f9c3d1e-5a62-8b7c-9d10-3f5e7a9b1c2d";
  static final String OTHER_FUND = "1a2b3c4d-5e6f-8071-8293-a4b5c6d7e8f9";
  static final String SUBJECT = "7c1f0d52-3b1e-4a57-9c1d-0e6b2f8a4d31";
  static final String FINANCE = "b2f6a0c4-8d3e-4f51-a7c9-1e5d3b7f9a02";
  static final String APPROVER = "c3a7b1d5-9e4f-4062-b8da-2f6e4c80ab13";
  static final String CASHIER = "d4b8c2e6-af50-4173-89eb-307f5d91bc24";
  static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  static final LocalDate DAY = LocalDate.of(2026, 5, 6);

  private Samples() {}

  static SealedText sealed() {
    return new SealedText(SUBJECT, "v1.Zm9yIG5vYm9keSdzIGV5ZXM");
  }

  static List<Object> all() {
    return Stream.of(
            FundSamples.all(),
            PeriodSamples.all(),
            DonationSamples.all(),
            PayoutSamples.all(),
            AccountSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The sample of one kind of event. */
  static Object of(Class<?> type) {
    return all().stream()
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no sample of " + type.getSimpleName()));
  }
}
