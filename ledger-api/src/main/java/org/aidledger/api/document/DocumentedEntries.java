package org.aidledger.api.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.event.PayoutBatchRequested;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the entries that documents are attached to. */
@Component
final class DocumentedEntries {

  private final RecordedReferences recorded;

  DocumentedEntries(RecordedReferences recorded) {
    this.recorded = recorded;
  }

  /**
   * The entry of this kind.
   *
   * @throws ApiProblem if there is none
   */
  DocumentedEntry find(DocumentedKind kind, UUID entryId) {
    String id = entryId.toString();
    return Optional.ofNullable(recorded.find(List.of(id)).get(id))
        .map(FirstRecording::event)
        .flatMap(first -> Optional.ofNullable(of(kind, first)))
        .orElseThrow(() -> ApiProblem.notFound(name(kind)));
  }

  private static @Nullable DocumentedEntry of(DocumentedKind kind, Object first) {
    return switch (first) {
      case DonationReceived e when kind == DocumentedKind.DONATION ->
          entry(e.fundId(), e.donor().person());
      case EntryEvent e when kind == DocumentedKind.ENTRY -> entry(e.fundId(), null);
      case FundsTransferred e when kind == DocumentedKind.TRANSFER -> entry(e.fromFundId(), null);
      case PayoutRequested e when kind == DocumentedKind.PAYOUT ->
          entry(e.fundId(), e.payee().person());
      case PayoutBatchRequested e when kind == DocumentedKind.PAYOUT_BATCH ->
          entry(e.fundId(), null);
      default -> null;
    };
  }

  private static DocumentedEntry entry(String fundId, @Nullable SealedText person) {
    return new DocumentedEntry(FundId.of(fundId), person);
  }

  private static String name(DocumentedKind kind) {
    return switch (kind) {
      case DONATION -> "donation";
      case ENTRY -> "entry";
      case TRANSFER -> "transfer";
      case PAYOUT -> "payout";
      case PAYOUT_BATCH -> "payoutBatch";
    };
  }
}
