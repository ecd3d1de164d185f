package org.aidledger.api.donation;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
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

  private final DonationMending mending;
  private final People people;
  private final DonationQueries donations;

  DonationEntryController(DonationMending mending, People people, DonationQueries donations) {
    this.mending = mending;
    this.people = people;
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
    return status(donationId, "CORRECTED", mending.correct(donationId, body, actor));
  }

  @PostMapping("/reversal")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<StatusAnswer> reverse(
      @PathVariable DonationId donationId, @JsonBody(Reversal.class) Shape body, Actor actor) {
    return status(donationId, "REVERSED", mending.reverse(donationId, body, actor));
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
