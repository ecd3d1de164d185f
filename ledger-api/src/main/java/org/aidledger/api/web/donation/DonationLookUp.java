package org.aidledger.api.web.donation;

import java.time.Instant;
import java.time.ZoneId;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.donation.DonationId;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;
import org.springframework.stereotype.Component;

/** Finds the donation that a page is about. */
@Component
final class DonationLookUp {

  private final DonationQueries donations;
  private final BusinessCalendar calendar;

  DonationLookUp(DonationQueries donations, BusinessCalendar calendar) {
    this.donations = donations;
    this.calendar = calendar;
  }

  /**
   * The donation as it stands now.
   *
   * @throws ApiProblem if there is none
   */
  DonationView one(DonationId donationId) {
    return donations.one(donationId.toString()).orElseThrow(() -> ApiProblem.notFound("donation"));
  }

  Instant now() {
    return calendar.clock().instant();
  }

  ZoneId zone() {
    return calendar.zone();
  }
}
