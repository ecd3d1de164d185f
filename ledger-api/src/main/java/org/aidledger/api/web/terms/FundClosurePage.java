package org.aidledger.api.web.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.fund.FundOrders;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.OwnName;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.form.Preview;
import org.aidledger.api.web.text.MoneyText;
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

/** Closes a fund for good; shows first where its money goes. */
@Controller
@RequestMapping("/funds/{fundId}/closure")
@RequiresRole(Role.FINANCE)
class FundClosurePage {

  private final FundOrders orders;
  private final TermsLookUp funds;
  private final OwnName names;
  private final Forms forms;
  private final MessageSource messages;

  FundClosurePage(
      FundOrders orders, TermsLookUp funds, OwnName names, Forms forms, MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.names = names;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  String show(@PathVariable FundId fundId, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(fundId, locale, model);
  }

  @PostMapping
  ModelAndView close(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.inTwoSteps(
        posted,
        actor,
        model,
        () -> preview(fundId, posted.require("reason"), actor, texts),
        () -> {
          FundView fund = funds.one(fundId);
          Executed<?> executed = orders.close(fundId, posted.shape(), actor);
          String text = texts.get("close.done", fund.name());
          return Done.to("/funds/" + fundId, text, executed.position());
        },
        () -> page(fundId, locale, model));
  }

  private Preview preview(FundId fundId, Posted posted, Actor actor, Texts texts) {
    FundView fund = funds.one(fundId);
    long rest = fund.figures().available();
    UUID successor = posted.read(FundClosurePage::successor);
    List<Change> rows = new ArrayList<>();
    rows.add(
        new Change(
            texts.get("close.state", fund.name()),
            texts.word("state", fund.state()),
            texts.word("state", "CLOSED"),
            false));
    rows.add(row(fund, successor == null ? 0 : -rest, texts));
    if (successor != null) {
      rows.add(row(funds.one(new FundId(successor)), rest, texts));
    }
    return new Preview(
        texts.get("close.confirmTitle"),
        texts.get("close.confirmAbout"),
        List.of(new Preview.Table(texts.get("form.changes", texts.unit(fund.currency())), rows)),
        List.of(
            new Fact(texts.get("field.reason"), posted.value("reason")),
            new Fact(texts.get("form.by"), names.name(actor, texts))),
        "/funds/" + fundId + "/closure",
        texts.get("close.submit"));
  }

  private static @org.jspecify.annotations.Nullable UUID successor(Shape body) {
    var _ = body.text("reason", Shape.LONG_TEXT);
    return body.optionalId("successorFundId");
  }

  private static Change row(FundView fund, long change, Texts texts) {
    long before = fund.figures().available();
    return new Change(
        texts.get("close.available", fund.name()),
        MoneyText.of(before, fund.currency()),
        MoneyText.of(before + change, fund.currency()),
        true);
  }

  private String page(FundId fundId, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundView fund = funds.show(fundId, model);
    model.addAttribute("available", texts.money(fund.figures().available(), fund.currency()));
    model.addAttribute("reserved", texts.money(fund.figures().reserved(), fund.currency()));
    model.addAttribute("hasReserved", fund.figures().reserved() != 0);
    model.addAttribute("successors", funds.neighbours(fund));
    return "fund-close";
  }
}
