package org.aidledger.api.web.payout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.References;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.payout.ApprovalView;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts payouts and batches into words. */
@Component
final class PayoutTexts {

  private final FundQueries funds;
  private final ActorNames actors;
  private final PersonalTexts personal;
  private final Clock clock;

  PayoutTexts(FundQueries funds, ActorNames actors, PersonalTexts personal, Clock clock) {
    this.funds = funds;
    this.actors = actors;
    this.personal = personal;
    this.clock = clock;
  }

  PayoutFacts of(PayoutView payout, FundView fund, Actor actor, Texts texts) {
    Set<Step> steps =
        Step.open(
            actor,
            payout.state(),
            payout.requestedBy(),
            payout.approvals(),
            payout.batchId() != null);
    return new PayoutFacts(
        payout.payoutId(),
        fund.fundId(),
        fund.name(),
        texts.word("kind", payout.kind()),
        payout.state(),
        Amount.of(payout.amount(), payout.currency()),
        texts.unit(payout.currency()),
        capitals(payout.amount(), payout.currency()),
        name(payout.payee(), texts),
        payout.accountLastFour(),
        text(payout.purpose(), texts),
        References.brief(payout.reference()),
        payout.donationId(),
        payout.batchId(),
        sentence(payout, fund, texts),
        blocks(payout, actor, steps, texts),
        payout.reason() == null ? null : text(payout.reason(), texts),
        people(
            payout.requestedBy(),
            payout.requestedAt(),
            payout.approvals(),
            payout.paidBy(),
            payout.paidOn() == null ? null : payout.paidOn().toString(),
            texts),
        steps);
  }

  /** The amount in Chinese capitals, which only 人民币 has. */
  static @Nullable String capitals(long amount, String currency) {
    return currency.equals("CNY") ? ChineseCapitals.of(amount) : null;
  }

  private String sentence(PayoutView payout, FundView fund, Texts texts) {
    Map<String, String> facts = new HashMap<>();
    facts.put("done", Integer.toString(payout.approvals().size()));
    facts.put("needed", Integer.toString(approvers(fund, payout.amount())));
    facts.put("paidOn", String.valueOf(payout.paidOn()));
    facts.put("bankReference", String.valueOf(payout.bankReference()));
    facts.put("returnedOn", String.valueOf(payout.returnedOn()));
    if (payout.batchId() != null && payout.state().equals("REQUESTED")) {
      return texts.get("payout.withBatch");
    }
    String key = "payout.sentence." + payout.state();
    return texts.fill(key, facts);
  }

  /** How many people must agree, as the fund's terms say now. */
  static int approvers(FundView fund, long amount) {
    Long threshold = fund.approvalThreshold();
    return threshold != null && amount > threshold ? 2 : 1;
  }

  private static @Nullable String blocks(
      PayoutView payout, Actor actor, Set<Step> steps, Texts texts) {
    if (payout.batchId() != null && payout.state().equals("REQUESTED")) {
      return texts.get("payout.blocked.batch");
    }
    return blocks(payout.state(), payout.requestedBy(), payout.approvals(), actor, steps, texts);
  }

  /** Why a person who could act by role may not act here, absent if they can or never could. */
  static @Nullable String blocks(
      String state,
      String requestedBy,
      List<ApprovalView> approvals,
      Actor actor,
      Set<Step> steps,
      Texts texts) {
    String me = actor.accountId().toString();
    boolean deciding = state.equals("REQUESTED") && actor.has(Role.APPROVER);
    boolean paying =
        (state.equals("APPROVED") || state.equals("RETURNED")) && actor.has(Role.CASHIER);
    if (steps.contains(Step.APPROVAL) || steps.contains(Step.PAYMENT) || !(deciding || paying)) {
      return null;
    }
    boolean asked = requestedBy.equals(me);
    boolean agreed = approvals.stream().anyMatch(a -> a.accountId().equals(me));
    if (!asked && !agreed) {
      return null;
    }
    String part = deciding ? "approval" : "payment";
    String key = "payout.blocked." + part + (asked ? ".asked" : ".agreed");
    return texts.get(key);
  }

  List<Fact> people(
      String requestedBy,
      Instant requestedAt,
      List<ApprovalView> approvals,
      @Nullable String paidBy,
      @Nullable String paidOn,
      Texts texts) {
    Set<String> ids = new HashSet<>();
    ids.add(requestedBy);
    approvals.forEach(approval -> ids.add(approval.accountId()));
    if (paidBy != null) {
      ids.add(paidBy);
    }
    Map<String, String> names = actors.names(ids);
    String unknown = texts.get("trail.unknownAccount");
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            texts.get("payout.requestedBy"),
            names.getOrDefault(requestedBy, unknown)
                + " · "
                + Times.minute(requestedAt, clock.getZone())));
    for (ApprovalView approval : approvals) {
      facts.add(
          new Fact(
              texts.get("payout.approvedBy"),
              names.getOrDefault(approval.accountId(), unknown)
                  + " · "
                  + Times.minute(approval.approvedAt(), clock.getZone())));
    }
    if (paidBy != null) {
      facts.add(
          new Fact(
              texts.get("payout.paidBy"), names.getOrDefault(paidBy, unknown) + " · " + paidOn));
    }
    return List.copyOf(facts);
  }

  String name(SealedText person, Texts texts) {
    String name = personal.names(List.of(person)).get(person);
    return name == null ? texts.get("trail.destroyedName") : name;
  }

  String text(SealedText sealed, Texts texts) {
    String text = personal.texts(List.of(sealed)).get(sealed);
    return text == null ? texts.get("trail.destroyedText") : text;
  }

  /** Payouts as rows of a list. */
  List<PayoutRow> rows(List<PayoutView> payouts, Texts texts) {
    Map<SealedText, String> names =
        personal.names(payouts.stream().map(PayoutView::payee).distinct().toList());
    Map<String, String> askers =
        actors.names(new HashSet<>(payouts.stream().map(PayoutView::requestedBy).toList()));
    Map<String, @Nullable FundView> found = new HashMap<>();
    List<PayoutRow> rows = new ArrayList<>(payouts.size());
    for (PayoutView payout : payouts) {
      FundView fund = found.computeIfAbsent(payout.fundId(), id -> funds.one(id).orElse(null));
      String payee = names.getOrDefault(payout.payee(), texts.get("trail.destroyedName"));
      // A line of a roster is known by a digest, which tells nobody anything; by its payee it is.
      String known = References.isDigest(payout.reference()) ? payee : payout.reference();
      rows.add(
          new PayoutRow(
              "/payouts/" + payout.payoutId(),
              texts.word("kind", payout.kind()) + " " + known,
              fund == null ? payout.fundId() : fund.name(),
              payee,
              Amount.of(payout.amount(), payout.currency()),
              texts.unit(payout.currency()),
              payout.state(),
              fund == null ? "" : sentence(payout, fund, texts),
              Times.minute(payout.requestedAt(), clock.getZone()).substring(0, 10),
              askers.getOrDefault(payout.requestedBy(), texts.get("trail.unknownAccount"))));
    }
    return List.copyOf(rows);
  }

  /** Batches as rows of a list. */
  List<PayoutRow> batchRows(List<PayoutBatchView> batches, Texts texts) {
    List<PayoutRow> rows = new ArrayList<>(batches.size());
    for (PayoutBatchView batch : batches) {
      FundView fund = funds.one(batch.fundId()).orElseThrow();
      rows.add(
          new PayoutRow(
              "/payout-batches/" + batch.batchId(),
              texts.get("payoutBatch.title", batch.reference()),
              fund.name(),
              texts.get("payoutBatch.people", MoneyText.count(batch.count())),
              Amount.of(batch.total(), fund.currency()),
              texts.unit(fund.currency()),
              batch.state(),
              batchSentence(batch, fund, texts),
              Times.minute(batch.requestedAt(), clock.getZone()).substring(0, 10),
              actors
                  .names(Set.of(batch.requestedBy()))
                  .getOrDefault(batch.requestedBy(), texts.get("trail.unknownAccount"))));
    }
    return List.copyOf(rows);
  }

  /** Where a batch stands and what comes next. */
  String batchSentence(PayoutBatchView batch, FundView fund, Texts texts) {
    Map<String, String> facts = new HashMap<>();
    facts.put("done", Integer.toString(batch.approvals().size()));
    facts.put("needed", Integer.toString(approvers(fund, batch.total())));
    batch.payoutsByState().forEach((state, count) -> facts.put(state, MoneyText.count(count)));
    String key = "payoutBatch.sentence." + batch.state();
    return texts.fill(key, facts);
  }
}
