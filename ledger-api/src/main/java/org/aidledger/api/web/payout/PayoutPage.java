package org.aidledger.api.web.payout;

import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.payout.PayoutOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.document.DocumentRows;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** One payout: where it stands, who was involved, and what the person before the page can do. */
@Controller
@RequestMapping("/payouts/{payoutId}")
class PayoutPage {

  private final PayoutQueries payouts;
  private final FundQueries funds;
  private final PayoutTexts payoutTexts;
  private final PayoutOrders orders;
  private final DocumentRows documents;
  private final Forms forms;
  private final MessageSource messages;
  private final BusinessCalendar calendar;

  PayoutPage(
      PayoutQueries payouts,
      FundQueries funds,
      PayoutTexts payoutTexts,
      PayoutOrders orders,
      DocumentRows documents,
      Forms forms,
      MessageSource messages,
      BusinessCalendar calendar) {
    this.payouts = payouts;
    this.funds = funds;
    this.payoutTexts = payoutTexts;
    this.orders = orders;
    this.documents = documents;
    this.forms = forms;
    this.messages = messages;
    this.calendar = calendar;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    PayoutView payout = found(payoutId);
    Texts texts = new Texts(messages, locale);
    model.addAttribute("payout", payoutTexts.of(payout, fund(payout), actor, texts));
    documents.show(model, "PAYOUT", payout.payoutId(), actor, texts);
    model.addAttribute("readsAccount", actor.has(Role.CASHIER) && payout.accountLastFour() != null);
    return "payout";
  }

  /** Shows the full account number once; the reading is on record. */
  @PostMapping("/account")
  @RequiresRole(Role.CASHIER)
  String account(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    model.addAttribute("account", orders.account(payoutId, actor.accountId()).number());
    return show(payoutId, actor, locale, model);
  }

  /** The page of one step: what it will change, and one clear button. */
  String step(PayoutId payoutId, Step step, Actor actor, Locale locale, Model model) {
    PayoutView payout = found(payoutId);
    FundView fund = fund(payout);
    Texts texts = new Texts(messages, locale);
    PayoutFacts facts = payoutTexts.of(payout, fund, actor, texts);
    boolean complete =
        payout.approvals().size() + 1 >= PayoutTexts.approvers(fund, payout.amount());
    String form = texts.get(step.about(complete));
    model.addAttribute("payout", facts);
    model.addAttribute("step", step);
    model.addAttribute("open", facts.steps().contains(step));
    model.addAttribute("about", form);
    model.addAttribute("page", "/payouts/" + payoutId);
    model.addAttribute(
        "changes",
        Outlook.of(
            step,
            payout.state(),
            complete,
            payout.kind().equals("REFUND"),
            fund,
            payout.amount(),
            texts));
    String today = calendar.today().toString();
    model.addAttribute("form", forms.blank().with("paidOn", today).with("returnedOn", today));
    return "payout-step";
  }

  private PayoutView found(PayoutId payoutId) {
    return payouts
        .one(payoutId.toString())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private FundView fund(PayoutView payout) {
    return funds
        .one(payout.fundId())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
