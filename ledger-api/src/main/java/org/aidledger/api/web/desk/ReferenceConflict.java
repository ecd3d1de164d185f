package org.aidledger.api.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows what stands in the book under a reference beside what was typed under it. */
@Component
final class ReferenceConflict {

  private final FundQueries funds;

  ReferenceConflict(FundQueries funds) {
    this.funds = funds;
  }

  /** Puts both contents into the model; nothing if the refusal is about something else. */
  void show(RuleCode code, Map<String, String> facts, Texts texts, Model model) {
    String first = facts.get("firstDonationId");
    if (code != RuleCode.REFERENCE_CONFLICT || first == null) {
      return;
    }
    List<Change> rows = new ArrayList<>();
    rows.add(row(texts.get("desk.fund"), fund(facts, "first"), fund(facts, "given"), false));
    rows.add(row(texts.get("field.amount"), amount(facts, "first"), amount(facts, "given"), true));
    rows.add(
        row(
            texts.get("field.receivedOn"),
            facts.getOrDefault("firstReceivedOn", ""),
            facts.getOrDefault("givenReceivedOn", ""),
            false));
    rows.add(
        row(
            texts.get("field.channel"),
            texts.word("channel", facts.getOrDefault("firstChannel", "")),
            texts.word("channel", facts.getOrDefault("givenChannel", "")),
            false));
    boolean same = Boolean.parseBoolean(facts.get("sameDonor"));
    rows.add(
        row(
            texts.get("donation.donor"),
            texts.get("desk.conflict.donor"),
            texts.get(same ? "desk.conflict.sameDonor" : "desk.conflict.otherDonor"),
            false));
    model.addAttribute("conflict", rows);
    model.addAttribute("conflictId", first);
  }

  private static Change row(String what, String first, String given, boolean number) {
    return new Change(what, first, given, number);
  }

  private String fund(Map<String, String> facts, String which) {
    String id = facts.getOrDefault(which + "FundId", "");
    return funds.one(id).map(FundView::name).orElse(id);
  }

  private String amount(Map<String, String> facts, String which) {
    String currency =
        funds.one(facts.getOrDefault(which + "FundId", "")).map(FundView::currency).orElse("CNY");
    String decimal = facts.getOrDefault(which + "Amount", "0");
    return MoneyText.of(
        Money.parse(decimal, java.util.Currency.getInstance(currency)).minor(), currency);
  }
}
