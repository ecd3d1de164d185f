package org.aidledger.api.web.terms;

import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.fund.FundOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.Treatment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Opens a fund. */
@Controller
@RequestMapping("/funds/new")
@RequiresRole({Role.FINANCE, Role.ADMIN})
class FundOpeningPage {

  private final FundOrders orders;
  private final Forms forms;
  private final MessageSource messages;

  FundOpeningPage(FundOrders orders, Forms forms, MessageSource messages) {
    this.orders = orders;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  String show(Locale locale, Model model) {
    model.addAttribute("form", forms.blank().with("treatment", Treatment.OWN_INCOME.name()));
    return page(locale, model);
  }

  @PostMapping
  ModelAndView open(Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted.amounts("approvalThreshold"),
        actor,
        model,
        () -> {
          posted.require("name", "code", "purpose");
          FundOrders.Opened opened = orders.open(posted.shape(), actor);
          String key = opened.now() ? "open.done" : "open.already";
          Done done =
              Done.to(
                  "/funds/" + opened.fund().fundId(),
                  texts.get(key, opened.fund().name(), opened.fund().code()),
                  opened.position());
          return opened.now() ? done : done.waiting();
        },
        () -> page(locale, model));
  }

  private String page(Locale locale, Model model) {
    model.addAttribute(
        "treatments", Option.of(Treatment.values(), "treatment", new Texts(messages, locale)));
    return "fund-open";
  }
}
