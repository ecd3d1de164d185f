package org.aidledger.api.web.entry;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.entry.EntryAnswer;
import org.aidledger.api.entry.EntryOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.OwnName;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.form.Preview;
import org.aidledger.api.web.terms.TermsLookUp;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records opening balances, other income and other expense. */
@Controller
@RequestMapping("/funds/{fundId}/{kind:opening|income|expense}")
@RequiresRole(Role.FINANCE)
class EntryPages {

  private final EntryOrders orders;
  private final TermsLookUp funds;
  private final OwnName names;
  private final Forms forms;
  private final MessageSource messages;

  EntryPages(
      EntryOrders orders, TermsLookUp funds, OwnName names, Forms forms, MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.names = names;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  String show(@PathVariable FundId fundId, @PathVariable String kind, Locale locale, Model model) {
    var form = forms.blank();
    model.addAttribute("form", form.with("effectiveOn", form.today().toString()));
    return page(fundId, EntryKind.of(kind), locale, model);
  }

  @PostMapping
  ModelAndView record(
      @PathVariable FundId fundId,
      @PathVariable String kind,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model) {
    Texts texts = new Texts(messages, locale);
    EntryKind what = EntryKind.of(kind);
    return forms.inTwoSteps(
        posted.amounts("amount").days("effectiveOn"),
        actor,
        model,
        () -> preview(fundId, what, posted, actor, texts),
        () -> done(fundId, what, order(fundId, what, posted, actor), texts),
        () -> page(fundId, what, locale, model));
  }

  private EntryAnswer order(FundId fundId, EntryKind kind, Posted posted, Actor actor) {
    return switch (kind) {
      case OPENING -> orders.opening(fundId, posted.shape(), actor);
      case INCOME -> orders.income(fundId, posted.shape(), actor);
      case EXPENSE -> orders.expense(fundId, posted.shape(), actor);
    };
  }

  private static Done done(FundId fundId, EntryKind kind, EntryAnswer entry, Texts texts) {
    String number = Long.toString(entry.entryNumber());
    String key = entry.isNew() ? "entry.done" : "entry.already";
    String text = texts.get(key, texts.figure(kind.figure()), number);
    Done done = Done.to("/funds/" + fundId, text, entry.position());
    return entry.isNew() ? done : done.waiting();
  }

  private Preview preview(FundId fundId, EntryKind kind, Posted posted, Actor actor, Texts texts) {
    FundView fund = funds.one(fundId);
    Money amount =
        posted
            .require(kind.required())
            .shape()
            .amount("amount", Currency.getInstance(fund.currency()));
    String day = posted.shape().day("effectiveOn").toString();
    long before = fund.figures().toArray()[kind.figure().place()];
    long available = fund.figures().available();
    long change = kind.figure().inAvailable() * amount.minor();
    List<Change> rows =
        List.of(
            row(texts.figure(kind.figure()), before, amount.minor(), fund),
            row(texts.get("figure.available"), available, change, fund));
    String words =
        fund.currency().equals("CNY") ? ChineseCapitals.of(amount.minor()) : fund.currency();
    return new Preview(
        texts.get("entry.confirmTitle", texts.figure(kind.figure())),
        texts.get("entry.confirmAbout", fund.name()),
        List.of(new Preview.Table(texts.get("form.changes", texts.unit(fund.currency())), rows)),
        List.of(
            new Fact(texts.get("field.amount"), texts.money(amount.minor(), fund.currency())),
            new Fact(texts.get("confirmation.capitals"), words),
            new Fact(texts.get("field.effectiveOn"), day),
            new Fact(texts.get("form.by"), names.name(actor, texts))),
        "/funds/" + fundId + "/" + kind.path(),
        texts.get("entry.submit"));
  }

  private static Change row(String what, long before, long change, FundView fund) {
    return new Change(
        what,
        MoneyText.of(before, fund.currency()),
        MoneyText.of(before + change, fund.currency()),
        true);
  }

  private String page(FundId fundId, EntryKind kind, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundView fund = funds.show(fundId, model);
    model.addAttribute("unit", texts.unit(fund.currency()));
    model.addAttribute("kind", kind.path());
    model.addAttribute("title", texts.get("entry.title", texts.figure(kind.figure())));
    model.addAttribute("about", texts.getOr("entry.about." + kind.path(), ""));
    model.addAttribute("categories", kind.categories(texts));
    return "entry-form";
  }
}
