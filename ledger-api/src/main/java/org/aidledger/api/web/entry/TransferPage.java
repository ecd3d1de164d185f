package org.aidledger.api.web.entry;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.entry.EntryAnswer;
import org.aidledger.api.entry.EntryOrders;
import org.aidledger.api.json.Shape;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.OwnName;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.form.Preview;
import org.aidledger.api.web.terms.TermsLookUp;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.FundView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Moves money from one fund to another; shows both before and after. */
@Controller
@RequestMapping("/transfers/new")
@RequiresRole(Role.FINANCE)
class TransferPage {

  private final EntryOrders orders;
  private final TermsLookUp funds;
  private final OwnName names;
  private final Forms forms;
  private final MessageSource messages;

  TransferPage(
      EntryOrders orders, TermsLookUp funds, OwnName names, Forms forms, MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.names = names;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  String show(@RequestParam(required = false) @Nullable FundId from, Locale locale, Model model) {
    if (from == null) {
      Texts texts = new Texts(messages, locale);
      model.addAttribute(
          "sources", funds.open().stream().map(fund -> source(fund, texts)).toList());
      return "transfer-from";
    }
    var form = forms.blank();
    model.addAttribute("form", form.with("effectiveOn", form.today().toString()));
    return page(from, locale, model);
  }

  private static Option source(FundView fund, Texts texts) {
    String available = texts.money(fund.figures().available(), fund.currency());
    return new Option(fund.fundId(), texts.get("payoutNew.fund", fund.name(), available));
  }

  @PostMapping
  ModelAndView transfer(Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundId from = new FundId(Values.id("fromFundId", posted.value("fromFundId")));
    return forms.inTwoSteps(
        posted.amounts("amount").days("effectiveOn"),
        actor,
        model,
        () -> preview(from, posted, actor, texts),
        () -> {
          EntryAnswer entry = orders.transfer(posted.shape(), actor);
          String number = Long.toString(entry.entryNumber());
          String key = entry.isNew() ? "transfer.done" : "transfer.already";
          Done done = Done.to("/funds/" + from, texts.get(key, number), entry.position());
          return entry.isNew() ? done : done.waiting();
        },
        () -> page(from, locale, model));
  }

  private Preview preview(FundId from, Posted posted, Actor actor, Texts texts) {
    posted.require("toFundId", "amount", "effectiveOn", "reference", "reason");
    Shape body = posted.shape();
    FundView source = funds.one(from);
    FundView target = funds.one(new FundId(body.id("toFundId")));
    Money amount = body.amount("amount", Currency.getInstance(source.currency()));
    body.day("effectiveOn");
    return new Preview(
        texts.get("transfer.confirmTitle"),
        texts.get("transfer.confirmAbout"),
        List.of(
            new Preview.Table(
                texts.get("form.changes", texts.unit(source.currency())),
                List.of(row(source, -amount.minor(), texts), row(target, amount.minor(), texts)))),
        List.of(
            new Fact(texts.get("field.amount"), texts.money(amount.minor(), source.currency())),
            new Fact(texts.get("field.reason"), posted.value("reason")),
            new Fact(texts.get("form.by"), names.name(actor, texts))),
        "/transfers/new",
        texts.get("transfer.submit"));
  }

  private static Change row(FundView fund, long change, Texts texts) {
    long before = fund.figures().available();
    return new Change(
        texts.get("close.available", fund.name()),
        MoneyText.of(before, fund.currency()),
        MoneyText.of(before + change, fund.currency()),
        true);
  }

  private String page(FundId from, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundView fund = funds.show(from, model);
    model.addAttribute("unit", texts.unit(fund.currency()));
    model.addAttribute("available", texts.money(fund.figures().available(), fund.currency()));
    model.addAttribute("targets", funds.neighbours(fund));
    return "transfer";
  }
}
