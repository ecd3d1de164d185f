package org.aidledger.api.web.account;

import java.time.Clock;
import java.util.Locale;
import org.aidledger.api.account.AccountOrders;
import org.aidledger.api.account.Accounts;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** All accounts, and the form that opens one more. */
@Controller
final class AccountsPage {

  private final Accounts accounts;
  private final Forms forms;
  private final MessageSource messages;
  private final Clock clock;

  AccountsPage(Accounts accounts, Forms forms, MessageSource messages, Clock clock) {
    this.accounts = accounts;
    this.forms = forms;
    this.messages = messages;
    this.clock = clock;
  }

  /** Auditors read who may do what; only administrators find doors here. */
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @GetMapping("/accounts")
  String list(Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    model.addAttribute(
        "accounts",
        accounts.all().stream().map(one -> AccountTexts.row(one, texts, clock)).toList());
    model.addAttribute("keeps", actor.has(Role.ADMIN));
    model.addAttribute("export", ExportLinks.to("/accounts", texts.language()));
    return "accounts";
  }

  @RequiresRole(Role.ADMIN)
  @GetMapping("/accounts/new")
  String blank(Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(locale, model);
  }

  @RequiresRole(Role.ADMIN)
  @PostMapping("/accounts/new")
  ModelAndView open(Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          AccountOrders.Opening order =
              AccountOrders.opening(posted.lists("roles").require("username", "password").shape());
          var opened =
              accounts.open(order.username(), order.password(), order.roles(), actor.accountId());
          return Done.to(
              "/accounts/" + opened.accountId(),
              texts.get("account.opened", order.username()),
              opened.position());
        },
        () -> page(locale, model));
  }

  private String page(Locale locale, Model model) {
    model.addAttribute("roles", AccountTexts.roles(new Texts(messages, locale)));
    return "account-new";
  }
}
