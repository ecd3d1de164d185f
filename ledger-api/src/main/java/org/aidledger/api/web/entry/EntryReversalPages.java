package org.aidledger.api.web.entry;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.entry.EntryOrders;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.document.DocumentRows;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.terms.TermsLookUp;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.trail.TrailRow;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.core.account.Role;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One entry with its history, and taking it out of the book. */
@Controller
@RequestMapping("/entries/{entryId}")
class EntryReversalPages {

  private final EntryOrders orders;
  private final TrailQueries trail;
  private final TrailRows rows;
  private final DocumentRows documents;
  private final TermsLookUp funds;
  private final Forms forms;
  private final MessageSource messages;

  EntryReversalPages(
      EntryOrders orders,
      TrailQueries trail,
      TrailRows rows,
      DocumentRows documents,
      TermsLookUp funds,
      Forms forms,
      MessageSource messages) {
    this.orders = orders;
    this.trail = trail;
    this.rows = rows;
    this.documents = documents;
    this.funds = funds;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(@PathVariable EntryId entryId, Actor actor, Locale locale, Model model) {
    List<TrailLine> lines = page(entryId, locale, model);
    documents.show(model, "ENTRY", entryId.toString(), actor, new Texts(messages, locale));
    model.addAttribute(
        "mends", lines.size() == 1 && (actor.has(Role.FINANCE) || actor.has(Role.APPROVER)));
    return "entry";
  }

  @GetMapping("/reversal")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  String reversal(@PathVariable EntryId entryId, Locale locale, Model model) {
    List<TrailLine> lines = page(entryId, locale, model);
    model.addAttribute(
        "form", forms.blank().with("effectiveOn", String.valueOf(lines.getFirst().effectiveOn())));
    return "entry-reversal";
  }

  @PostMapping("/reversal")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ModelAndView reverse(
      @PathVariable EntryId entryId, Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          Executed<?> executed =
              orders.reverse(entryId, posted.days("effectiveOn").require("reason").shape(), actor);
          String text = texts.get("entry.reversed");
          return Done.to("/entries/" + entryId, text, executed.position());
        },
        () -> {
          page(entryId, locale, model);
          return "entry-reversal";
        });
  }

  private static long number(TrailLine line) {
    return Objects.requireNonNull(line.entryNumber(), "an entry has a number");
  }

  private List<TrailLine> page(EntryId entryId, Locale locale, Model model) {
    List<TrailLine> lines = trail.ofStream(entryId.toString());
    if (lines.isEmpty()) {
      throw ApiProblem.notFound("entry");
    }
    FundView fund = funds.show(FundId.of(lines.getFirst().fundId()), model);
    List<TrailRow> history = rows.of(lines, locale);
    Texts texts = new Texts(messages, locale);
    TrailLine first = lines.getFirst();
    model.addAttribute("unit", texts.unit(fund.currency()));
    model.addAttribute("first", history.getFirst());
    model.addAttribute("title", texts.get("entry.pageOf", MoneyText.count(number(first))));
    model.addAttribute("reversed", lines.size() > 1);
    EntryFigures.show(model, first, texts);
    model.addAttribute("history", history);
    return lines;
  }
}
