package org.aidledger.api.donation;

import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.DonorDraft;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.command.ReverseDonation;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.projections.donation.DonationQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One donation that is in the book: reading, correcting and reversing it. */
@RestController
@RequestMapping("/api/v1/donations/{donationId}")
class DonationEntryController {

  private final Ledger ledger;
  private final People people;
  private final RecordedReferences recorded;
  private final DonationQueries donations;

  DonationEntryController(
      Ledger ledger, People people, RecordedReferences recorded, DonationQueries donations) {
    this.ledger = ledger;
    this.people = people;
    this.recorded = recorded;
    this.donations = donations;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  DonationView one(@PathVariable DonationId donationId) {
    return donations
        .one(donationId.toString())
        .map(found -> DonationView.of(found, people))
        .orElseThrow(() -> ApiProblem.notFound("donation"));
  }

  @PostMapping("/correction")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<StatusAnswer> correct(
      @PathVariable DonationId donationId, @JsonBody(Correction.class) Shape body, Actor actor) {
    DonationReceived first = first(donationId);
    CorrectDonation order =
        body.read(
            b -> {
              Currency currency = Currency.getInstance(first.currency());
              Money amount = b.optionalAmount("amount", currency);
              Shape donor = b.optionalObject("donor");
              DonorDraft draft = donor == null ? null : DonationForm.donor(donor);
              Donor sealed = draft == null ? null : people.donors(List.of(draft)).getFirst();
              var receivedOn = b.optionalDay("receivedOn");
              if (amount == null && sealed == null && receivedOn == null) {
                throw new ApiProblem(ApiCode.FIELD_MISSING, b.at("amount"));
              }
              return new CorrectDonation(
                  donationId,
                  sealed,
                  amount,
                  receivedOn,
                  people.text(first.donor().person(), b.text("reason", Shape.LONG_TEXT)),
                  actor.accountId());
            });
    return status(donationId, "CORRECTED", ledger.execute(order, actor.accountId()));
  }

  @PostMapping("/reversal")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<StatusAnswer> reverse(
      @PathVariable DonationId donationId, @JsonBody(Reversal.class) Shape body, Actor actor) {
    DonationReceived first = first(donationId);
    ReverseDonation order =
        body.read(
            b ->
                new ReverseDonation(
                    donationId,
                    Objects.requireNonNullElse(b.optionalDay("effectiveOn"), first.receivedOn()),
                    people.text(first.donor().person(), b.text("reason", Shape.LONG_TEXT)),
                    actor.accountId()));
    return status(donationId, "REVERSED", ledger.execute(order, actor.accountId()));
  }

  private DonationReceived first(DonationId donationId) {
    return recorded
        .first(donationId.toString(), DonationReceived.class)
        .orElseThrow(() -> ApiProblem.notFound("donation"));
  }

  private static ResponseEntity<StatusAnswer> status(
      DonationId donationId, String status, Executed<?> executed) {
    return Positioned.ok(
        new StatusAnswer(donationId.toString(), status, executed.position()), executed.position());
  }

  /** The body of a correction; what is absent stays. */
  record Correction(
      String reason,
      @Nullable String amount,
      DonationForm.@Nullable DonorForm donor,
      @Nullable String receivedOn) {}

  /** The body of a reversal; without a day it takes effect on the donation's own. */
  record Reversal(String reason, @Nullable String effectiveOn) {}

  /** Where a donation stands after an order. */
  record StatusAnswer(String donationId, String status, long position) {}
}
