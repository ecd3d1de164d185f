package org.aidledger.api.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.aidledger.api.account.AccountOrders;
import org.aidledger.api.account.Accounts;
import org.aidledger.api.account.KnownAccount;
import org.aidledger.api.account.OwnPassword;
import org.aidledger.api.account.Tokens;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.AnyAccount;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own account: the password, and tokens for programs. */
@Controller
@AnyAccount
final class OwnAccountPage {

  private static final int LONGEST_LABEL = 100;
  private static final int MOST_DAYS = 3660;
  private static final int DIGITS = 4;

  /** A token that somebody forgets ends by itself. */
  private static final String USUAL_DAYS = "90";

  private final Accounts accounts;
  private final OwnPassword ownPassword;
  private final Tokens tokens;
  private final Forms forms;
  private final MessageSource messages;
  private final Clock clock;

  OwnAccountPage(
      Accounts accounts,
      OwnPassword ownPassword,
      Tokens tokens,
      Forms forms,
      MessageSource messages,
      Clock clock) {
    this.accounts = accounts;
    this.ownPassword = ownPassword;
    this.tokens = tokens;
    this.forms = forms;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping("/account")
  String show(Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank().with("expiresInDays", USUAL_DAYS));
    return page(actor, locale, model);
  }

  /** Ends all sessions of the account, this one too, so that the next page is the sign-in. */
  @PostMapping("/account/password")
  ModelAndView password(
      Posted posted, Actor actor, HttpServletRequest request, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          AccountOrders.NewPassword order =
              AccountOrders.password(posted.require("oldPassword", "password").shape(), true);
          KnownAccount own = accounts.find(actor.accountId());
          ownPassword.require(own.username(), order.oldPassword(), request.getRemoteAddr());
          accounts.changePassword(own.accountId(), order.password(), actor.accountId());
          return Done.to("/login?changed", "", -1);
        },
        () -> page(actor, locale, model));
  }

  /** Shows the token on the page that answers, once; it is kept nowhere. */
  @PostMapping("/account/tokens")
  ModelAndView issue(Posted posted, Actor actor, Locale locale, Model model) {
    AtomicReference<Tokens.@Nullable Issued> issued = new AtomicReference<>();
    Texts texts = new Texts(messages, locale);
    ModelAndView next =
        forms.post(
            posted,
            actor,
            model,
            () -> {
              ownPassword.requireSignedInByPassword();
              record Wish(String label, @Nullable String days) {}
              Wish wish =
                  posted
                      .require("label")
                      .read(
                          b ->
                              new Wish(
                                  b.text("label", LONGEST_LABEL),
                                  b.optionalText("expiresInDays", DIGITS)));
              Duration lifetime =
                  wish.days == null
                      ? null
                      : Duration.ofDays(Values.integer("expiresInDays", wish.days, 1, MOST_DAYS));
              issued.set(tokens.issue(actor.accountId(), wish.label, lifetime));
              return Done.to("/account", texts.get("token.shownOnce"), -1);
            },
            () -> page(actor, locale, model));
    Tokens.Issued token = issued.get();
    if (token == null) {
      return next;
    }
    model.addAttribute("form", forms.blank().with("expiresInDays", USUAL_DAYS));
    model.addAttribute("secret", token.token());
    return new ModelAndView(page(actor, locale, model));
  }

  @PostMapping("/account/tokens/{tokenId}/revocation")
  ModelAndView revoke(
      @PathVariable UUID tokenId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          tokens.revoke(tokenId, actor.accountId(), false);
          return Done.to("/account", new Texts(messages, locale).get("token.revoked"), -1);
        },
        () -> page(actor, locale, model));
  }

  private String page(Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    model.addAttribute("account", AccountTexts.row(accounts.find(actor.accountId()), texts, clock));
    model.addAttribute("tokens", TokenRow.of(tokens.of(actor.accountId()), clock));
    model.addAttribute(
        "lifetimes",
        List.of(
            new Option("30", texts.get("token.days", 30)),
            new Option("90", texts.get("token.days", 90)),
            new Option("365", texts.get("token.days", 365))));
    return "account-own";
  }
}
