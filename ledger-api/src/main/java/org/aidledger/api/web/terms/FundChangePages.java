package org.aidledger.api.web.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.fund.FundOrders;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.OwnName;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.PendingChangeView;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Proposes other terms of a fund, and has another person agree to them. */
@Controller
@RequestMapping("/funds/{fundId}/change")
class FundChangePages {

  private final FundOrders orders;
  private final TermsLookUp funds;
  private final OwnName names;
  private final PersonalTexts personal;
  private final Forms forms;
  private final MessageSource messages;

  FundChangePages(
      FundOrders orders,
      TermsLookUp funds,
      OwnName names,
      PersonalTexts personal,
      Forms forms,
      MessageSource messages) {
    this.orders = orders;
    this.funds = funds;
    this.names = names;
    this.personal = personal;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  String show(@PathVariable FundId fundId, Locale locale, Model model) {
    FundView fund = funds.one(fundId);
    Form form =
        forms.blank().with("purpose", fund.purpose()).with("approvalThreshold", threshold(fund));
    model.addAttribute("form", form);
    return page(fundId, locale, model);
  }

  @PostMapping
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  ModelAndView propose(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted.amounts("approvalThreshold"),
        actor,
        model,
        () -> {
          FundView fund = funds.one(fundId);
          posted.require("reason").dropUnchanged("purpose", fund.purpose());
          posted.dropUnchanged("approvalThreshold", threshold(fund));
          if (fund.approvalThreshold() != null && posted.value("approvalThreshold").isEmpty()) {
            posted.tick("removeApprovalThreshold");
          }
          String changeId = UUID.randomUUID().toString();
          Executed<?> executed = orders.propose(fundId, changeId, posted.shape(), actor);
          return Done.to("/funds/" + fundId, texts.get("change.done"), executed.position());
        },
        () -> page(fundId, locale, model));
  }

  @GetMapping("/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.ADMIN})
  String confirmation(@PathVariable FundId fundId, Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return confirmationPage(fundId, actor, locale, model);
  }

  @PostMapping("/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.ADMIN})
  ModelAndView confirm(
      @PathVariable FundId fundId, Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          UUID changeId = Values.id("_change", posted.value("_change"));
          Executed<?> executed = orders.confirm(fundId, changeId, actor);
          return Done.to("/funds/" + fundId, texts.get("confirm.done"), executed.position());
        },
        () -> confirmationPage(fundId, actor, locale, model));
  }

  private String confirmationPage(FundId fundId, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    FundView fund = funds.show(fundId, model);
    PendingChangeView change = fund.pendingChange();
    if (change == null) {
      model.addAttribute("changes", List.of());
      model.addAttribute("facts", List.of());
      model.addAttribute("changeId", "");
      return "fund-change-confirm";
    }
    List<Change> rows = new ArrayList<>();
    rows.add(
        new Change(
            texts.get("fund.purpose"),
            fund.purpose(),
            Objects.requireNonNullElse(change.purpose(), fund.purpose()),
            false));
    String before = approval(fund.approvalThreshold(), fund, texts);
    Long threshold = change.approvalThreshold();
    String after =
        change.thresholdRemoved() || threshold != null ? approval(threshold, fund, texts) : before;
    rows.add(new Change(texts.get("fund.approval"), before, after, false));
    model.addAttribute("changes", rows);
    String reason =
        personal
            .texts(List.of(change.reason()))
            .getOrDefault(change.reason(), texts.get("trail.destroyedText"));
    model.addAttribute(
        "facts",
        List.of(
            new Fact(texts.get("pending.by"), names.name(change.proposedBy(), texts)),
            new Fact(texts.get("confirm.by"), names.name(actor, texts)),
            new Fact(texts.get("field.reason"), reason)));
    model.addAttribute("changeId", change.changeId());
    return "fund-change-confirm";
  }

  private static String approval(@Nullable Long threshold, FundView fund, Texts texts) {
    return threshold == null
        ? texts.get("fund.oneApprover")
        : texts.get("fund.twoAbove", texts.money(threshold, fund.currency()));
  }

  private static String threshold(FundView fund) {
    Long threshold = fund.approvalThreshold();
    return threshold == null ? "" : Money.of(threshold, fund.currency()).toDecimal();
  }

  private String page(FundId fundId, Locale locale, Model model) {
    FundView fund = funds.show(fundId, model);
    model.addAttribute("unit", new Texts(messages, locale).unit(fund.currency()));
    model.addAttribute("waits", fund.pendingChange() != null);
    return "fund-change";
  }
}
