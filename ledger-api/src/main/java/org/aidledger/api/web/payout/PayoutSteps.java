package org.aidledger.api.web.payout;

import java.util.Locale;
import java.util.function.Supplier;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.payout.PayoutOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The steps of a payout, each with a page that shows first what it will change. */
@Controller
@RequestMapping("/payouts/{payoutId}")
class PayoutSteps {

  private final PayoutPage page;
  private final PayoutOrders orders;
  private final Forms forms;
  private final MessageSource messages;

  PayoutSteps(PayoutPage page, PayoutOrders orders, Forms forms, MessageSource messages) {
    this.page = page;
    this.orders = orders;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping("/approval")
  @RequiresRole(Role.APPROVER)
  String approval(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    return page.step(payoutId, Step.APPROVAL, actor, locale, model);
  }

  @PostMapping("/approval")
  @RequiresRole(Role.APPROVER)
  ModelAndView approve(
      @PathVariable PayoutId payoutId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        payoutId,
        Step.APPROVAL,
        posted,
        actor,
        locale,
        model,
        () -> orders.approve(payoutId, actor.accountId()));
  }

  @GetMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  String rejection(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    return page.step(payoutId, Step.REJECTION, actor, locale, model);
  }

  @PostMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  ModelAndView reject(
      @PathVariable PayoutId payoutId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        payoutId,
        Step.REJECTION,
        posted,
        actor,
        locale,
        model,
        () -> orders.reject(payoutId, posted.require("reason").shape(), actor.accountId()));
  }

  @GetMapping("/payment")
  @RequiresRole(Role.CASHIER)
  String payment(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    return page.step(payoutId, Step.PAYMENT, actor, locale, model);
  }

  @PostMapping("/payment")
  @RequiresRole(Role.CASHIER)
  ModelAndView pay(
      @PathVariable PayoutId payoutId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        payoutId,
        Step.PAYMENT,
        posted,
        actor,
        locale,
        model,
        () ->
            orders.pay(
                payoutId,
                posted.days("paidOn").require("paidOn", "bankReference").shape(),
                actor.accountId()));
  }

  @GetMapping("/return")
  @RequiresRole(Role.CASHIER)
  String takingBack(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    return page.step(payoutId, Step.RETURN, actor, locale, model);
  }

  @PostMapping("/return")
  @RequiresRole(Role.CASHIER)
  ModelAndView takeBack(
      @PathVariable PayoutId payoutId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        payoutId,
        Step.RETURN,
        posted,
        actor,
        locale,
        model,
        () ->
            orders.takeBack(
                payoutId,
                posted.days("returnedOn").require("returnedOn", "reason").shape(),
                actor.accountId()));
  }

  @GetMapping("/cancellation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  String cancellation(@PathVariable PayoutId payoutId, Actor actor, Locale locale, Model model) {
    return page.step(payoutId, Step.CANCELLATION, actor, locale, model);
  }

  @PostMapping("/cancellation")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ModelAndView cancel(
      @PathVariable PayoutId payoutId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        payoutId,
        Step.CANCELLATION,
        posted,
        actor,
        locale,
        model,
        () -> orders.cancel(payoutId, posted.require("reason").shape(), actor.accountId()));
  }

  private ModelAndView post(
      PayoutId payoutId,
      Step step,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model,
      Supplier<Executed<PayoutState>> order) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          Executed<PayoutState> done = order.get();
          String said = "payout.done." + step.name() + "." + done.result().name();
          return Done.to("/payouts/" + payoutId, texts.get(said), done.position())
              .link("/payouts", texts.get("payouts.back"));
        },
        () -> page.step(payoutId, step, actor, locale, model));
  }
}
