package org.aidledger.api.web.evidence;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.problem.Problems;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.text.References;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.store.seal.HeadContradictedException;
import org.aidledger.store.seal.Receipt;
import org.aidledger.store.seal.SealedBook;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipt of a donation or payout as a sheet of paper. No name stands on it. */
@Controller
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
@Profile("!axonserver")
class ReceiptPages {

  private final SealedBook book;
  private final ReceiptSheets sheets;
  private final DonationQueries donations;
  private final PayoutQueries payouts;
  private final FundQueries funds;
  private final BusinessCalendar calendar;
  private final ProblemTexts problems;
  private final MessageSource messages;

  ReceiptPages(
      SealedBook book,
      ReceiptSheets sheets,
      DonationQueries donations,
      PayoutQueries payouts,
      FundQueries funds,
      BusinessCalendar calendar,
      ProblemTexts problems,
      MessageSource messages) {
    this.book = book;
    this.sheets = sheets;
    this.donations = donations;
    this.payouts = payouts;
    this.funds = funds;
    this.calendar = calendar;
    this.problems = problems;
    this.messages = messages;
  }

  @GetMapping("/donations/{donationId}/receipt")
  String donation(@PathVariable DonationId donationId, Locale locale, Model model) {
    DonationView donation =
        donations.one(donationId.toString()).orElseThrow(() -> ApiProblem.notFound("donation"));
    Texts texts = new Texts(messages, locale);
    FundView fund = fund(donation.fundId());
    model.addAttribute(
        "facts",
        List.of(
            new Fact(texts.get("receipt.entry"), fund.code() + "-" + donation.entryNumber()),
            new Fact(texts.get("confirmation.fund"), fund.name()),
            new Fact(
                texts.get("field.amount"), texts.money(donation.amount(), donation.currency())),
            new Fact(texts.get("field.receivedOn"), donation.receivedOn().toString()),
            new Fact(texts.get("field.channel"), texts.word("channel", donation.channel())),
            new Fact(texts.get("field.reference"), References.brief(donation.reference())),
            new Fact(texts.get("receipt.state"), texts.word("donation", donation.status()))));
    return page("donation", donationId.toString(), fund, locale, model);
  }

  @GetMapping("/payouts/{payoutId}/receipt")
  String payout(@PathVariable PayoutId payoutId, Locale locale, Model model) {
    PayoutView payout =
        payouts.one(payoutId.toString()).orElseThrow(() -> ApiProblem.notFound("payout"));
    Texts texts = new Texts(messages, locale);
    FundView fund = fund(payout.fundId());
    model.addAttribute(
        "facts",
        List.of(
            new Fact(texts.get("field.reference"), References.brief(payout.reference())),
            new Fact(texts.get("receipt.paidFrom"), fund.name()),
            new Fact(texts.get("field.amount"), texts.money(payout.amount(), payout.currency())),
            new Fact(texts.get("receipt.state"), texts.word("payoutState", payout.state()))));
    return page("payout", payoutId.toString(), fund, locale, model);
  }

  private FundView fund(String id) {
    return funds.one(id).orElseThrow(() -> ApiProblem.notFound("fund"));
  }

  private String page(String kind, String id, FundView fund, Locale locale, Model model) {
    model.addAttribute("kind", kind);
    model.addAttribute("id", id);
    model.addAttribute("issuer", fund.organisation());
    model.addAttribute("printedAt", Times.minute(calendar.clock().instant(), calendar.zone()));
    try {
      String stream = kind.equals("donation") ? "Donation" : "Payout";
      switch (book.receipt(stream, UUID.fromString(id))) {
        case Receipt.Unknown _ -> throw ApiProblem.notFound(kind);
        case Receipt.Waiting _ -> model.addAttribute("waits", true);
        case Receipt.Ready ready ->
            model.addAttribute("sheet", sheets.of(kind, id, ready, new Texts(messages, locale)));
      }
    } catch (HeadContradictedException contradicted) {
      model.addAttribute("broken", problems.detail(Problems.of(contradicted), locale));
    }
    return "receipt";
  }
}
