package org.aidledger.api.web.published;

import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.publication.PublicFunds;
import org.aidledger.api.publication.PublicationDesk;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Switches a fund's public page on and off, after showing what everybody will see. */
@Controller
@RequiresRole(Role.FINANCE)
final class PublicationPage {

  private final FundQueries funds;
  private final PublicFunds published;
  private final PublicationDesk desk;
  private final Forms forms;
  private final MessageSource messages;

  PublicationPage(
      FundQueries funds,
      PublicFunds published,
      PublicationDesk desk,
      Forms forms,
      MessageSource messages) {
    this.funds = funds;
    this.published = published;
    this.desk = desk;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping("/funds/{fundId}/publication")
  String show(@PathVariable FundId fundId, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(fundId, locale, model);
  }

  @PostMapping("/funds/{fundId}/publication")
  ModelAndView set(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          FundView fund = fund(fundId);
          boolean on = posted.value("published").equals("on");
          long position = desk.set(fundId, on, actor.accountId());
          Texts texts = new Texts(messages, locale);
          Done done =
              Done.to(
                  "/funds/" + fundId + "/publication",
                  on
                      ? texts.get("publication.isOn", fund.name())
                      : texts.get("publication.isOff", fund.name()),
                  position);
          return on
              ? done.link("/public/" + fundId, texts.get("publication.open"))
              : done.link("/funds/" + fundId, texts.get("publication.back"));
        },
        () -> page(fundId, locale, model));
  }

  private String page(FundId fundId, Locale locale, Model model) {
    FundView fund = fund(fundId);
    model.addAttribute("published", fund.published());
    model.addAttribute("fund", PublicView.of(published.shown(fund), new Texts(messages, locale)));
    return "publication";
  }

  private FundView fund(FundId fundId) {
    return funds
        .one(fundId.toString())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
