package org.aidledger.api.web.donation;

import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.document.DocumentRows;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is known of one donation, and its confirmation on paper. */
@Controller
@RequestMapping("/donations/{donationId}")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class DonationPages {

  private final DonationLookUp donations;
  private final DonationRows rows;
  private final FundQueries funds;
  private final TrailQueries trail;
  private final TrailRows trailRows;
  private final DocumentRows documents;
  private final MessageSource messages;

  DonationPages(
      DonationLookUp donations,
      DonationRows rows,
      FundQueries funds,
      TrailQueries trail,
      TrailRows trailRows,
      DocumentRows documents,
      MessageSource messages) {
    this.donations = donations;
    this.rows = rows;
    this.funds = funds;
    this.trail = trail;
    this.trailRows = trailRows;
    this.documents = documents;
    this.messages = messages;
  }

  @GetMapping
  String show(@PathVariable DonationId donationId, Locale locale, Actor actor, Model model) {
    DonationView donation = show(donationId, locale, model);
    model.addAttribute("history", trailRows.of(trail.ofStream(donationId.toString()), locale));
    documents.show(model, "DONATION", donationId.toString(), actor, new Texts(messages, locale));
    model.addAttribute("mends", DonationMendingPages.isFor(actor));
    model.addAttribute("refunds", actor.has(Role.FINANCE));
    model.addAttribute(
        "recordedByViewer", actor.accountId().toString().equals(donation.recordedBy()));
    return "donation";
  }

  /** A sheet for the donor; no financial receipt 财政票据. */
  @GetMapping("/confirmation")
  String confirmation(@PathVariable DonationId donationId, Locale locale, Model model) {
    show(donationId, locale, model);
    model.addAttribute("printedAt", Times.minute(donations.now(), donations.zone()));
    return "donation-confirmation";
  }

  private DonationView show(DonationId donationId, Locale locale, Model model) {
    DonationView donation = donations.one(donationId);
    model.addAttribute("donation", rows.of(donation, new Texts(messages, locale)));
    model.addAttribute(
        "fund", funds.one(donation.fundId()).orElseThrow(() -> ApiProblem.notFound("fund")));
    return donation;
  }
}
