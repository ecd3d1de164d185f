package org.aidledger.api.web.payout;

import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.json.Shape;
import org.aidledger.api.payout.PayoutOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.donation.DonationView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Asking for aid, or for the refund of a donation. */
@Controller
@RequiresRole(Role.FINANCE)
class PayoutRequestPage {

  private static final int MOST_FUNDS = 500;

  private final PayoutOrders orders;
  private final FundQueries funds;
  private final DonationQueries donations;
  private final PersonalTexts personal;
  private final Forms forms;
  private final MessageSource messages;

  PayoutRequestPage(
      PayoutOrders orders,
      FundQueries funds,
      DonationQueries donations,
      PersonalTexts personal,
      Forms forms,
      MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.donations = donations;
    this.personal = personal;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping("/payouts/new")
  String show(
      @RequestParam(required = false) @Nullable String fundId,
      @RequestParam(required = false) @Nullable String donationId,
      Locale locale,
      Model model) {
    Texts texts = new Texts(messages, locale);
    DonationView donation = donationId == null ? null : donation(donationId);
    Form form = forms.blank();
    if (donation != null) {
      long left = donation.amount() - donation.refundReserved() - donation.refunded();
      SealedText donor = donation.donor();
      form =
          form.with("fundId", donation.fundId())
              .with("donationId", donation.donationId())
              .with("kind", "REFUND")
              .with("amount", Money.of(left, donation.currency()).toDecimal())
              .with(
                  "payee.name",
                  donor == null
                      ? donation.donorOrganisation()
                      : personal.names(List.of(donor)).get(donor))
              .with("purpose", texts.get("payoutNew.refundPurpose", donation.reference()));
      model.addAttribute(
          "refundOf",
          texts.get(
              "payoutNew.refundOf",
              donation.reference(),
              texts.money(donation.amount(), donation.currency()),
              MoneyText.of(left, donation.currency())));
      model.addAttribute("refundPath", "/donations/" + donation.donationId());
    } else if (fundId != null) {
      form = form.with("fundId", fundId);
    }
    model.addAttribute("form", form);
    List<FundView> open =
        funds.list(null, MOST_FUNDS).items().stream()
            .filter(fund -> fund.state().equals("OPEN"))
            .toList();
    model.addAttribute(
        "funds",
        open.stream()
            .map(
                fund ->
                    new Option(
                        fund.fundId(),
                        texts.get(
                            "payoutNew.fund",
                            fund.name(),
                            texts.money(fund.figures().available(), fund.currency()))))
            .toList());
    return "payout-new";
  }

  @PostMapping("/payouts/new")
  ModelAndView request(Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    String donationId = posted.value("donationId");
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          posted.amounts("amount");
          posted.require("fundId", "reference", "payee.name", "amount", "purpose");
          Shape body = posted.shape();
          FundId fundId = new FundId(body.id("fundId"));
          Executed<Begun> done = orders.request(fundId, body, actor.accountId());
          PayoutRequested event = (PayoutRequested) done.result().event();
          String said = done.result() instanceof Begun.New ? "payoutNew.done" : "payoutNew.known";
          return Done.to("/payouts/" + event.payoutId(), texts.get(said), done.position())
              .link("/payouts/new", texts.get("payoutNew.another"));
        },
        () -> show(null, donationId.isEmpty() ? null : donationId, locale, model));
  }

  private DonationView donation(String donationId) {
    return donations
        .one(donationId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
