package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.Json;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.DonationTable;
import org.aidledger.projections.table.PayoutTable;
import org.aidledger.projections.table.Row;
import org.jspecify.annotations.Nullable;

/** Follows payouts of aid and refunds through their states. */
final class PayoutWriter {

  private final Batch batch;
  private final Journal journal;

  PayoutWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, PayoutEvent fact) {
    switch (fact) {
      case PayoutRequested requested -> requested(event, requested);
      case PayoutApproved approved -> approved(event, approved);
      case PayoutRejected rejected -> rejected(event, rejected);
      case PayoutPaid paid -> paid(event, paid);
      case PayoutReturned returned -> returned(event, returned);
      case PayoutCancelled cancelled -> cancelled(event, cancelled);
    }
  }

  private void requested(RecordedEvent event, PayoutRequested requested) {
    batch
        .payouts
        .begin(UUID.fromString(requested.payoutId()))
        .set(PayoutTable.FUND_ID, UUID.fromString(requested.fundId()))
        .set(PayoutTable.ORGANISATION, requested.organisation())
        .set(PayoutTable.REFERENCE, requested.reference())
        .set(PayoutTable.KIND, requested.kind())
        .set(PayoutTable.DONATION_ID, id(requested.donationId()))
        .set(PayoutTable.BATCH_ID, id(requested.batchId()))
        .set(PayoutTable.STATE, "REQUESTED")
        .set(PayoutTable.AMOUNT, requested.amount())
        .set(PayoutTable.CURRENCY, requested.currency())
        .set(PayoutTable.PAYEE_SUBJECT, subject(requested.payee().person()))
        .set(PayoutTable.PAYEE_SEALED, ciphertext(requested.payee().person()))
        .set(PayoutTable.PAYEE_DIGEST, requested.payee().digest())
        .set(PayoutTable.ACCOUNT_LAST_FOUR, requested.payee().accountLastFour())
        .set(PayoutTable.PURPOSE_SUBJECT, subject(requested.purpose()))
        .set(PayoutTable.PURPOSE_SEALED, ciphertext(requested.purpose()))
        .set(PayoutTable.REQUESTED_BY, requested.requestedBy())
        .set(PayoutTable.REQUESTED_AT, event.recordedAt())
        .set(PayoutTable.APPROVALS, "[]")
        .set(PayoutTable.FIRST_POSITION, event.position())
        .set(PayoutTable.LAST_POSITION, event.position());
    Facts facts =
        new Facts()
            .with("reference", requested.reference())
            .with("kind", requested.kind())
            .with("amount", requested.amount())
            .with("donationId", requested.donationId())
            .with("batchId", requested.batchId())
            .with("accountLastFour", requested.payee().accountLastFour());
    journal.write(
        event,
        Line.note(requested.fundId(), facts)
            .person(requested.payee().person())
            .text(requested.purpose()));
  }

  private void approved(RecordedEvent event, PayoutApproved approved) {
    Row payout = change(event, approved);
    payout.set(
        PayoutTable.APPROVALS,
        Json.append(payout.need(PayoutTable.APPROVALS), approval(event, approved.approvedBy())));
    if (approved.complete()) {
      payout.set(PayoutTable.STATE, "APPROVED");
    }
    Facts facts =
        facts(payout).with("approvals", approved.approvals()).with("complete", approved.complete());
    Long entryNumber = approved.entryNumber();
    if (entryNumber == null) {
      journal.write(event, Line.note(approved.fundId(), facts).person(payee(payout)));
    } else {
      Posting posting =
          posting(
              payout, entryNumber, Movement.RESERVATION, approved.amount(), approved.effectiveOn());
      journal.write(event, Line.entry(approved.fundId(), posting, facts).person(payee(payout)));
    }
  }

  private void rejected(RecordedEvent event, PayoutRejected rejected) {
    Row payout = change(event, rejected).set(PayoutTable.STATE, "REJECTED");
    reason(payout, rejected.reason());
    journal.write(
        event,
        Line.note(rejected.fundId(), facts(payout)).person(payee(payout)).text(rejected.reason()));
  }

  private void paid(RecordedEvent event, PayoutPaid paid) {
    Row payout =
        change(event, paid)
            .set(PayoutTable.STATE, "PAID")
            .set(PayoutTable.PAID_BY, paid.paidBy())
            .set(PayoutTable.PAID_ON, paid.paidOn())
            .set(PayoutTable.BANK_REFERENCE, paid.bankReference());
    refunded(event, payout, paid.amount());
    Facts facts = facts(payout).with("bankReference", paid.bankReference());
    Posting posting =
        posting(payout, paid.entryNumber(), Movement.PAYMENT, paid.amount(), paid.paidOn());
    journal.write(event, Line.entry(paid.fundId(), posting, facts).person(payee(payout)));
  }

  private void returned(RecordedEvent event, PayoutReturned returned) {
    Row payout =
        change(event, returned)
            .set(PayoutTable.STATE, "RETURNED")
            .set(PayoutTable.RETURNED_ON, returned.returnedOn());
    reason(payout, returned.reason());
    refunded(event, payout, -returned.amount());
    Posting posting =
        posting(
            payout,
            returned.entryNumber(),
            Movement.RETURN,
            returned.amount(),
            returned.returnedOn());
    journal.write(
        event,
        Line.entry(returned.fundId(), posting, facts(payout))
            .person(payee(payout))
            .text(returned.reason()));
  }

  private void cancelled(RecordedEvent event, PayoutCancelled cancelled) {
    Row payout = change(event, cancelled).set(PayoutTable.STATE, "CANCELLED");
    reason(payout, cancelled.reason());
    Facts facts = facts(payout);
    Long entryNumber = cancelled.entryNumber();
    if (entryNumber == null) {
      journal.write(
          event,
          Line.note(cancelled.fundId(), facts).person(payee(payout)).text(cancelled.reason()));
    } else {
      Posting posting =
          posting(
              payout, entryNumber, Movement.RELEASE, cancelled.amount(), cancelled.effectiveOn());
      journal.write(
          event,
          Line.entry(cancelled.fundId(), posting, facts)
              .person(payee(payout))
              .text(cancelled.reason()));
    }
  }

  /** A paid refund is no longer reserved in its donation, a returned one is reserved again. */
  private void refunded(RecordedEvent event, Row payout, long amount) {
    UUID donation = payout.get(PayoutTable.DONATION_ID);
    if (donation != null) {
      batch
          .donations
          .change(donation)
          .add(DonationTable.REFUNDED, amount)
          .add(DonationTable.REFUND_RESERVED, -amount)
          .set(DonationTable.LAST_POSITION, event.position());
    }
  }

  private Row change(RecordedEvent event, PayoutEvent fact) {
    return batch
        .payouts
        .change(UUID.fromString(fact.payoutId()))
        .set(PayoutTable.LAST_POSITION, event.position());
  }

  private static Posting posting(
      Row payout, long entryNumber, Movement movement, long amount, LocalDate effectiveOn) {
    boolean refund = "REFUND".equals(payout.get(PayoutTable.KIND));
    return new Posting(entryNumber, movement, refund, amount, effectiveOn);
  }

  private static Facts facts(Row payout) {
    return new Facts()
        .with("reference", payout.get(PayoutTable.REFERENCE))
        .with("kind", payout.get(PayoutTable.KIND))
        .with("amount", payout.get(PayoutTable.AMOUNT))
        .with("donationId", payout.get(PayoutTable.DONATION_ID))
        .with("batchId", payout.get(PayoutTable.BATCH_ID));
  }

  /** Every line of a payout names who is to be paid, so that nobody has to look for the request. */
  private static SealedText payee(Row payout) {
    return new SealedText(
        payout.need(PayoutTable.PAYEE_SUBJECT).toString(), payout.need(PayoutTable.PAYEE_SEALED));
  }

  private static void reason(Row payout, SealedText reason) {
    payout
        .set(PayoutTable.REASON_SUBJECT, subject(reason))
        .set(PayoutTable.REASON_SEALED, ciphertext(reason));
  }

  /** Who agreed, and when, as it stands in the list of approvals. */
  static Map<String, String> approval(RecordedEvent event, String approvedBy) {
    return Map.of("by", approvedBy, "at", event.recordedAt().toString());
  }

  private static @Nullable UUID id(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
