package org.aidledger.api.web.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.account.AccountOrders;
import org.aidledger.api.account.Accounts;
import org.aidledger.api.account.KnownAccount;
import org.aidledger.api.account.Tokens;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One account as an administrator keeps it. */
@Controller
@RequiresRole(Role.ADMIN)
final class AccountPage {

  private final Accounts accounts;
  private final Tokens tokens;
  private final Forms forms;
  private final MessageSource messages;
  private final Clock clock;

  AccountPage(Accounts accounts, Tokens tokens, Forms forms, MessageSource messages, Clock clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.forms = forms;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/accounts/{accountId}")
  String show(@PathVariable AccountId accountId, Actor actor, Locale locale, Model model) {
    KnownAccount account = accounts.find(accountId);
    Form blank = forms.blank();
    Map<String, List<String>> typed = new LinkedHashMap<>(blank.typed());
    typed.put("roles", new ArrayList<>(account.roles().stream().map(Role::name).toList()));
    model.addAttribute("form", new Form(typed, List.of(), blank.key(), blank.today()));
    return page(account, actor, locale, model);
  }

  @PostMapping("/accounts/{accountId}/roles")
  ModelAndView roles(
      @PathVariable AccountId accountId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        accountId,
        posted,
        actor,
        locale,
        model,
        "account.rolesChanged",
        () ->
            accounts.changeRoles(
                accountId, AccountOrders.roles(posted.lists("roles").shape()), actor.accountId()));
  }

  @PostMapping("/accounts/{accountId}/password")
  ModelAndView password(
      @PathVariable AccountId accountId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        accountId,
        posted,
        actor,
        locale,
        model,
        "account.passwordSet",
        () ->
            accounts.changePassword(
                accountId,
                AccountOrders.password(posted.require("password").shape(), false).password(),
                actor.accountId()));
  }

  @PostMapping("/accounts/{accountId}/disable")
  ModelAndView disable(
      @PathVariable AccountId accountId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        accountId,
        posted,
        actor,
        locale,
        model,
        "account.isDisabled",
        () -> accounts.disable(accountId, actor.accountId()));
  }

  @PostMapping("/accounts/{accountId}/tokens/{tokenId}/revocation")
  ModelAndView revoke(
      @PathVariable AccountId accountId,
      @PathVariable UUID tokenId,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model) {
    return post(
        accountId,
        posted,
        actor,
        locale,
        model,
        "token.revoked",
        () -> {
          tokens.revoke(tokenId, actor.accountId(), true);
          return -1;
        });
  }

  /** An order that answers with the position after it. */
  private interface Order {
    long give();
  }

  private ModelAndView post(
      AccountId accountId,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model,
      String message,
      Order order) {
    KnownAccount account = accounts.find(accountId);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          long position = order.give();
          Texts texts = new Texts(messages, locale);
          return Done.to(
              "/accounts/" + accountId,
              texts.getOr(message, "").replace("{0}", account.username()),
              position);
        },
        () -> page(account, actor, locale, model));
  }

  private String page(KnownAccount account, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    model.addAttribute("account", AccountTexts.row(account, texts, clock));
    model.addAttribute("own", account.accountId().equals(actor.accountId()));
    model.addAttribute("roles", AccountTexts.roles(texts));
    model.addAttribute("tokens", TokenRow.of(tokens.of(account.accountId()), clock));
    return "account";
  }
}
