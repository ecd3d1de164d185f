package org.aidledger.api.web.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.export.Rows;
import org.aidledger.api.payout.PayoutOrders;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.document.DocumentRows;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A roster of payouts: decided as one, its lines in their states. */
@Controller
@RequestMapping("/payout-batches/{batchId}")
class BatchPage {

  private final PayoutBatchQueries batches;
  private final PayoutQueries payouts;
  private final FundQueries funds;
  private final PayoutTexts payoutTexts;
  private final PayoutOrders orders;
  private final DocumentRows documents;
  private final Takings takings;
  private final Forms forms;
  private final MessageSource messages;

  BatchPage(
      PayoutBatchQueries batches,
      PayoutQueries payouts,
      FundQueries funds,
      PayoutTexts payoutTexts,
      PayoutOrders orders,
      DocumentRows documents,
      Takings takings,
      Forms forms,
      MessageSource messages) {
    this.batches = batches;
    this.payouts = payouts;
    this.funds = funds;
    this.payoutTexts = payoutTexts;
    this.orders = orders;
    this.documents = documents;
    this.takings = takings;
    this.forms = forms;
    this.messages = messages;
  }

  @GetMapping
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(@PathVariable PayoutBatchId batchId, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    PayoutBatchView batch = found(batchId);
    List<PayoutView> lines = new ArrayList<>(batch.count());
    // A roster is looked through and printed as a whole; it has at most 5,000 lines.
    Rows.<PayoutView>paged(
            after ->
                payouts.list(
                    PayoutFilter.ofBatch(batch.batchId()), Order.OLDEST_FIRST, after, Page.MAX))
        .forEach(lines::add);
    model.addAttribute("batch", facts(batch, fund(batch), actor, texts));
    model.addAttribute("rows", payoutTexts.rows(lines, texts));
    model.addAttribute("takings", takings.of(batch.batchId(), texts));
    model.addAttribute("pays", actor.has(Role.CASHIER));
    documents.show(model, "PAYOUT_BATCH", batch.batchId(), actor, texts);
    return "payout-batch";
  }

  @GetMapping("/approval")
  @RequiresRole(Role.APPROVER)
  String approval(@PathVariable PayoutBatchId batchId, Actor actor, Locale locale, Model model) {
    return step(batchId, Step.APPROVAL, actor, locale, model);
  }

  @PostMapping("/approval")
  @RequiresRole(Role.APPROVER)
  ModelAndView approve(
      @PathVariable PayoutBatchId batchId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        batchId,
        Step.APPROVAL,
        posted,
        actor,
        locale,
        model,
        () -> orders.approveBatch(batchId, actor.accountId()));
  }

  @GetMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  String rejection(@PathVariable PayoutBatchId batchId, Actor actor, Locale locale, Model model) {
    return step(batchId, Step.REJECTION, actor, locale, model);
  }

  @PostMapping("/rejection")
  @RequiresRole(Role.APPROVER)
  ModelAndView reject(
      @PathVariable PayoutBatchId batchId, Posted posted, Actor actor, Locale locale, Model model) {
    return post(
        batchId,
        Step.REJECTION,
        posted,
        actor,
        locale,
        model,
        () -> orders.rejectBatch(batchId, posted.require("reason").shape(), actor.accountId()));
  }

  private String step(PayoutBatchId batchId, Step step, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    PayoutBatchView batch = found(batchId);
    FundView fund = fund(batch);
    BatchFacts facts = facts(batch, fund, actor, texts);
    boolean complete = batch.approvals().size() + 1 >= PayoutTexts.approvers(fund, batch.total());
    model.addAttribute("payout", facts);
    model.addAttribute("step", step);
    model.addAttribute("open", facts.steps().contains(step));
    model.addAttribute("about", texts.get(step.about(complete)));
    model.addAttribute("page", "/payout-batches/" + batchId);
    model.addAttribute(
        "changes", Outlook.of(step, batch.state(), complete, false, fund, batch.total(), texts));
    model.addAttribute("form", forms.blank());
    return "payout-batch-step";
  }

  private ModelAndView post(
      PayoutBatchId batchId,
      Step step,
      Posted posted,
      Actor actor,
      Locale locale,
      Model model,
      Supplier<Executed<PayoutState>> order) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          Executed<PayoutState> done = order.get();
          String said = "payout.done." + step.name() + "." + done.result().name();
          return Done.to("/payout-batches/" + batchId, texts.get(said), done.position())
              .link("/payouts", texts.get("payouts.back"));
        },
        () -> step(batchId, step, actor, locale, model));
  }

  private BatchFacts facts(PayoutBatchView batch, FundView fund, Actor actor, Texts texts) {
    Set<Step> steps =
        Step.open(actor, batch.state(), batch.requestedBy(), batch.approvals(), false);
    steps.retainAll(Set.of(Step.APPROVAL, Step.REJECTION));
    List<Fact> states =
        batch.payoutsByState().entrySet().stream()
            .map(
                entry ->
                    new Fact(
                        texts.word("payoutState", entry.getKey()),
                        MoneyText.count(entry.getValue())))
            .toList();
    return new BatchFacts(
        batch.batchId(),
        fund.fundId(),
        fund.name(),
        batch.reference(),
        batch.state(),
        MoneyText.count(batch.count()),
        Amount.of(batch.total(), fund.currency()),
        texts.unit(fund.currency()),
        PayoutTexts.capitals(batch.total(), fund.currency()),
        payoutTexts.batchSentence(batch, fund, texts),
        PayoutTexts.blocks(
            batch.state(), batch.requestedBy(), batch.approvals(), actor, steps, texts),
        batch.reason() == null ? null : payoutTexts.text(batch.reason(), texts),
        payoutTexts.people(
            batch.requestedBy(), batch.requestedAt(), batch.approvals(), null, null, texts),
        states,
        batch.payoutsByState().getOrDefault("APPROVED", 0L),
        batch.payoutsByState().getOrDefault("RETURNED", 0L),
        steps);
  }

  private PayoutBatchView found(PayoutBatchId batchId) {
    return batches
        .one(batchId.toString())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private FundView fund(PayoutBatchView batch) {
    return funds
        .one(batch.fundId())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
