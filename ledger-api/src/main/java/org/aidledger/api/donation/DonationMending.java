package org.aidledger.api.donation;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.ReverseDonation;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.RecordedReferences;
import org.springframework.stereotype.Component;

/** Corrects and reverses donations for people and programs. */
@Component
public final class DonationMending {

  private final Ledger ledger;
  private final People people;
  private final RecordedReferences recorded;

  DonationMending(Ledger ledger, People people, RecordedReferences recorded) {
    this.ledger = ledger;
    this.people = people;
    this.recorded = recorded;
  }

  /**
   * Corrects what the body names; what is absent stays.
   *
   * @throws ApiProblem if the body names nothing, or there is no such donation
   */
  public Executed<?> correct(DonationId donationId, Shape body, Actor actor) {
    DonationReceived first = first(donationId);
    return ledger.execute(
        body.read(b -> correction(donationId, first, b, actor)), actor.accountId());
  }

  private CorrectDonation correction(
      DonationId donationId, DonationReceived first, Shape body, Actor actor) {
    Currency currency = Currency.getInstance(first.currency());
    Money amount = body.optionalAmount("amount", currency);
    Shape donor = body.optionalObject("donor");
    DonorDraft draft = donor == null ? null : DonationForm.donor(donor);
    Donor sealed = draft == null ? null : people.donors(List.of(draft)).getFirst();
    var receivedOn = body.optionalDay("receivedOn");
    if (amount == null && sealed == null && receivedOn == null) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, body.at("amount"));
    }
    return new CorrectDonation(
        donationId,
        sealed,
        amount,
        receivedOn,
        people.text(first.donor().person(), body.text("reason", Shape.LONG_TEXT)),
        actor.accountId());
  }

  /**
   * Takes a donation out of the book; without a day it takes effect on the donation's own.
   *
   * @throws ApiProblem if there is no such donation
   */
  public Executed<?> reverse(DonationId donationId, Shape body, Actor actor) {
    DonationReceived first = first(donationId);
    ReverseDonation order =
        body.read(
            b ->
                new ReverseDonation(
                    donationId,
                    Objects.requireNonNullElse(b.optionalDay("effectiveOn"), first.receivedOn()),
                    people.text(first.donor().person(), b.text("reason", Shape.LONG_TEXT)),
                    actor.accountId()));
    return ledger.execute(order, actor.accountId());
  }

  private DonationReceived first(DonationId donationId) {
    return recorded
        .first(donationId.toString(), DonationReceived.class)
        .orElseThrow(() -> ApiProblem.notFound("donation"));
  }
}
