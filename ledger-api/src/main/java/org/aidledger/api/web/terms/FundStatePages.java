package org.aidledger.api.web.terms;

import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.fund.FundOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Freezes and unfreezes a fund, for a reason. */
@Controller
@RequestMapping("/funds/{fundId}")
@RequiresRole({Role.FINANCE, Role.APPROVER})
class FundStatePages {

  private final FundOrders orders;
  private final TermsLookUp funds;
  private final Forms forms;
  private final MessageSource messages;

  FundStatePages(FundOrders orders, TermsLookUp funds, Forms forms, MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping("/freeze")
  String freezing(@PathVariable FundId fundId, Model model) {
    return page(fundId, "freeze", model);
  }

  @GetMapping("/unfreeze")
  String unfreezing(@PathVariable FundId fundId, Model model) {
    return page(fundId, "unfreeze", model);
  }

  @PostMapping("/freeze")
  ModelAndView freeze(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () ->
            done(
                fundId,
                "freeze.done",
                orders.freeze(fundId, posted.require("reason").shape(), actor),
                locale),
        () -> page(fundId, "freeze", model));
  }

  @PostMapping("/unfreeze")
  ModelAndView unfreeze(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () ->
            done(
                fundId,
                "unfreeze.done",
                orders.unfreeze(fundId, posted.require("reason").shape(), actor),
                locale),
        () -> page(fundId, "unfreeze", model));
  }

  private Done done(FundId fundId, String key, Executed<?> executed, Locale locale) {
    FundView fund = funds.one(fundId);
    String text = new Texts(messages, locale).get(key, fund.name());
    return Done.to("/funds/" + fundId, text, executed.position());
  }

  private String page(FundId fundId, String what, Model model) {
    funds.show(fundId, model);
    model.addAttribute("form", forms.blank());
    model.addAttribute("what", what);
    return "fund-state";
  }
}
