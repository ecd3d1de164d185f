package org.aidledger.api.web.donation;

import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.donation.DonationMending;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.OwnName;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.form.Preview;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Correcting and reversing a donation, with what that will change shown before. */
@Controller
@RequestMapping("/donations/{donationId}")
@RequiresRole({Role.FINANCE, Role.APPROVER})
class DonationMendingPages {

  private final DonationMending mending;
  private final DonationLookUp donations;
  private final DonationRows rows;
  private final CorrectionForm corrections;
  private final FundQueries funds;
  private final OwnName people;
  private final Forms forms;
  private final MessageSource messages;

  DonationMendingPages(
      DonationMending mending,
      DonationLookUp donations,
      DonationRows rows,
      CorrectionForm corrections,
      FundQueries funds,
      OwnName people,
      Forms forms,
      MessageSource messages) {
    this.mending = mending;
    this.donations = donations;
    this.rows = rows;
    this.corrections = corrections;
    this.funds = funds;
    this.people = people;
    this.forms = forms;
    this.messages = messages;
  }

  /** Whether these pages are for this person. */
  static boolean isFor(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.APPROVER);
  }

  @GetMapping("/reversal")
  String reversal(@PathVariable DonationId donationId, Locale locale, Model model) {
    DonationView donation = donations.one(donationId);
    model.addAttribute("form", forms.blank().with("effectiveOn", donation.receivedOn().toString()));
    return reversal(donation, locale, model);
  }

  @PostMapping("/reversal")
  ModelAndView reverse(
      @PathVariable DonationId donationId, Posted posted, Actor actor, Locale locale, Model model) {
    DonationView donation = donations.one(donationId);
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          posted.days("effectiveOn").require("reason");
          Executed<?> executed = mending.reverse(donationId, posted.shape(), actor);
          String text =
              texts.get(
                  "reversal.done",
                  texts.money(donation.amount(), donation.currency()),
                  donation.reference());
          return Done.to("/donations/" + donationId, text, executed.position());
        },
        () -> reversal(donation, locale, model));
  }

  private String reversal(DonationView donation, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundView fund = show(donation, texts, model);
    model.addAttribute("changes", FundEffect.of(fund, -donation.amount(), texts));
    return "donation-reversal";
  }

  @GetMapping("/correction")
  String correction(@PathVariable DonationId donationId, Locale locale, Model model) {
    DonationView donation = donations.one(donationId);
    model.addAttribute("form", corrections.of(donation));
    return correction(donation, locale, model);
  }

  /** The first sending shows what will change; the second, from there, changes it. */
  @PostMapping("/correction")
  ModelAndView correct(
      @PathVariable DonationId donationId, Posted posted, Actor actor, Locale locale, Model model) {
    DonationView donation = donations.one(donationId);
    Texts texts = new Texts(messages, locale);
    corrections.prepare(posted, donation);
    return forms.inTwoSteps(
        posted,
        actor,
        model,
        () -> preview(donation, posted, actor, texts),
        () -> {
          Executed<?> executed = mending.correct(donationId, posted.shape(), actor);
          return Done.to(
              "/donations/" + donationId,
              texts.get("correction.done", donation.reference()),
              executed.position());
        },
        () -> correction(donation, locale, model));
  }

  private String correction(DonationView donation, Locale locale, Model model) {
    show(donation, new Texts(messages, locale), model);
    return "donation-correction";
  }

  private Preview preview(DonationView donation, Posted posted, Actor actor, Texts texts) {
    CorrectionForm.Preview preview = corrections.preview(posted, donation, texts);
    FundView fund = fund(donation);
    return new Preview(
        texts.get("correction.confirmTitle"),
        texts.get(
            "correction.confirmAbout",
            rows.of(donation, texts).recordedBy(),
            people.name(actor, texts)),
        List.of(
            new Preview.Table(texts.get("correction.changes"), preview.changes()),
            new Preview.Table(
                texts.get("form.changes", texts.unit(fund.currency())),
                FundEffect.of(fund, preview.amountChange(), texts))),
        List.of(new Fact(texts.get("field.reason"), posted.value("reason"))),
        "/donations/" + donation.donationId() + "/correction",
        texts.get("correction.submit"));
  }

  private FundView show(DonationView donation, Texts texts, Model model) {
    FundView fund = fund(donation);
    model.addAttribute("donation", rows.of(donation, texts));
    model.addAttribute("fund", fund);
    return fund;
  }

  private FundView fund(DonationView donation) {
    return funds.one(donation.fundId()).orElseThrow(() -> ApiProblem.notFound("fund"));
  }
}
