package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.UUID;
import org.aidledger.core.donation.event.DonationCorrected;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.DonationRefundReleased;
import org.aidledger.core.donation.event.DonationRefundReserved;
import org.aidledger.core.donation.event.DonationReversed;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.fund.Movement;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.DonationTable;
import org.aidledger.projections.table.Row;

/** Follows donations, from their arrival to their correction, reversal or refund. */
final class DonationWriter {

  private final Batch batch;
  private final Journal journal;

  DonationWriter(Batch batch, Journal journal) {
    this.batch = batch;
    this.journal = journal;
  }

  void apply(RecordedEvent event, DonationEvent fact) {
    switch (fact) {
      case DonationReceived received -> received(event, received);
      case DonationCorrected corrected -> corrected(event, corrected);
      case DonationReversed reversed -> reversed(event, reversed);
      case DonationRefundReserved reserved ->
          refund(event, reserved, reserved.payoutId(), reserved.amount(), reserved.amount());
      case DonationRefundReleased released ->
          refund(event, released, released.payoutId(), released.amount(), -released.amount());
    }
  }

  private void received(RecordedEvent event, DonationReceived received) {
    Row donation =
        batch
            .donations
            .begin(UUID.fromString(received.donationId()))
            .set(DonationTable.FUND_ID, UUID.fromString(received.fundId()))
            .set(DonationTable.ORGANISATION, received.organisation())
            .set(DonationTable.SOURCE, received.source())
            .set(DonationTable.REFERENCE, received.reference())
            .set(DonationTable.STATUS, "RECORDED")
            .set(DonationTable.AMOUNT, received.amount())
            .set(DonationTable.CURRENCY, received.currency())
            .set(DonationTable.RECEIVED_ON, received.receivedOn())
            .set(DonationTable.CHANNEL, received.channel())
            .set(DonationTable.DOCUMENT_HASH, received.documentHash())
            .set(DonationTable.ENTRY_NUMBER, received.entryNumber())
            .set(DonationTable.RECORDED_AT, event.recordedAt())
            .set(DonationTable.RECORDED_BY, event.actor())
            .set(DonationTable.REFUND_RESERVED, 0L)
            .set(DonationTable.REFUNDED, 0L)
            .set(DonationTable.FIRST_POSITION, event.position())
            .set(DonationTable.LAST_POSITION, event.position());
    donor(donation, received.donor());
    Facts facts =
        donor(received.donor())
            .with("source", received.source())
            .with("reference", received.reference())
            .with("channel", received.channel())
            .with("documentHash", received.documentHash());
    Posting posting =
        new Posting(
            received.entryNumber(), Movement.DONATION, received.amount(), received.receivedOn());
    journal.write(
        event, Line.entry(received.fundId(), posting, facts).person(received.donor().person()));
  }

  /** A correction is two entries: the wrong one taken back, the right one put in its place. */
  private void corrected(RecordedEvent event, DonationCorrected corrected) {
    Row donation =
        change(event, corrected)
            .set(DonationTable.STATUS, "CORRECTED")
            .set(DonationTable.AMOUNT, corrected.amount())
            .set(DonationTable.RECEIVED_ON, corrected.receivedOn())
            .set(DonationTable.ENTRY_NUMBER, corrected.entryNumber() + 1);
    donor(donation, corrected.donor());
    Posting undone =
        new Posting(
            corrected.entryNumber(),
            Movement.DONATION_CORRECTION,
            -corrected.amountBefore(),
            corrected.receivedOnBefore());
    Posting redone =
        new Posting(
            corrected.entryNumber() + 1,
            Movement.DONATION_CORRECTION,
            corrected.amount(),
            corrected.receivedOn());
    Facts facts = origin(donation, donor(corrected.donor()));
    journal.write(
        event,
        Line.entry(corrected.fundId(), undone, origin(donation, new Facts()))
            .text(corrected.reason()));
    journal.write(
        event,
        Line.entry(corrected.fundId(), redone, facts)
            .person(corrected.donor().person())
            .text(corrected.reason())
            .second());
  }

  private void reversed(RecordedEvent event, DonationReversed reversed) {
    Row donation = change(event, reversed).set(DonationTable.STATUS, "REVERSED");
    Posting posting =
        new Posting(
            reversed.entryNumber(),
            Movement.DONATION_REVERSAL,
            -reversed.amount(),
            reversed.effectiveOn());
    journal.write(
        event,
        Line.entry(reversed.fundId(), posting, origin(donation, new Facts()))
            .text(reversed.reason()));
  }

  private void refund(
      RecordedEvent event, DonationEvent fact, String payoutId, long amount, long change) {
    Row donation = change(event, fact).add(DonationTable.REFUND_RESERVED, change);
    Facts facts = origin(donation, new Facts()).with("payoutId", payoutId).with("amount", amount);
    journal.write(event, Line.note(donation.need(DonationTable.FUND_ID).toString(), facts));
  }

  private Row change(RecordedEvent event, DonationEvent fact) {
    return batch
        .donations
        .change(UUID.fromString(fact.donationId()))
        .set(DonationTable.LAST_POSITION, event.position());
  }

  private static Facts origin(Row donation, Facts facts) {
    return facts
        .with("source", donation.get(DonationTable.SOURCE))
        .with("reference", donation.get(DonationTable.REFERENCE));
  }

  private static Facts donor(Donor donor) {
    return new Facts()
        .with("donorKind", donor.kind())
        .with("donorOrganisation", donor.organisation());
  }

  private static void donor(Row donation, Donor donor) {
    donation
        .set(DonationTable.DONOR_KIND, donor.kind())
        .set(DonationTable.DONOR_ORGANISATION, donor.organisation())
        .set(DonationTable.DONOR_SUBJECT, subject(donor.person()))
        .set(DonationTable.DONOR_SEALED, ciphertext(donor.person()))
        .set(DonationTable.DONOR_DIGEST, donor.digest());
  }
}
