package org.aidledger.api.web.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.trail.TrailLine;
import org.jspecify.annotations.Nullable;

/** The facts of a line in words: codes, amounts, people and funds by their names. */
final class SummaryFacts {

  /** Facts that are codes, with the kind of word that stands for each. */
  private static final List<String> CODES =
      List.of("channel", "category", "kind", "treatment", "documented", "lateEntries", "severity");

  private static final List<String> AMOUNTS = List.of("amount", "total", "approvalThreshold");

  private final TrailLine line;
  private final Resolved resolved;
  private final Texts texts;

  SummaryFacts(TrailLine line, Resolved resolved, Texts texts) {
    this.line = line;
    this.resolved = resolved;
    this.texts = texts;
  }

  Map<String, String> inWords() {
    Map<String, String> facts = new HashMap<>(line.facts());
    CODES.forEach(code -> facts.computeIfPresent(code, (name, value) -> texts.word(name, value)));
    AMOUNTS.forEach(
        amount ->
            facts.computeIfPresent(
                amount, (name, value) -> texts.money(Long.parseLong(value), line.currency())));
    put(facts, "donor", donor());
    put(facts, "payee", line.type().startsWith("Payout") ? person() : null);
    put(facts, "counterpart", fund("counterpartFundId"));
    put(facts, "successor", fund("successorFundId"));
    put(facts, "movement", movement());
    range(facts);
    if (!Boolean.parseBoolean(facts.get("thresholdRemoved"))) {
      facts.remove("thresholdRemoved");
    } else {
      // The sentence says it in its own words; the fact only lets that part stand.
      facts.put("thresholdRemoved", "");
    }
    return facts;
  }

  private @Nullable String donor() {
    String organisation = line.facts().get("donorOrganisation");
    return switch (line.facts().getOrDefault("donorKind", "")) {
      case "NAMED" ->
          organisation == null
              ? person()
              : texts.get("trail.donorOfUnit", String.valueOf(person()), organisation);
      case "ORGANISATION" -> organisation;
      case "ANONYMOUS" -> texts.get("trail.anonymous");
      default -> null;
    };
  }

  private @Nullable String person() {
    SealedText person = line.person();
    return person == null ? null : resolved.person(person, texts);
  }

  private @Nullable String fund(String fact) {
    String fundId = line.facts().get(fact);
    return fundId == null ? null : resolved.funds().getOrDefault(fundId, fundId);
  }

  private @Nullable String movement() {
    String movement = line.movement();
    return movement == null ? null : texts.word("movement", movement);
  }

  /** A control total names its first entry and how many there are; a reader wants the last, too. */
  private static void range(Map<String, String> facts) {
    String count = facts.get("count");
    if (count != null) {
      long number = Long.parseLong(count);
      String first = facts.get("first");
      if (first != null) {
        facts.put("last", Long.toString(Long.parseLong(first) + number - 1));
      }
      facts.put("count", MoneyText.count(number));
    }
  }

  private static void put(Map<String, String> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.put(name, value);
    }
  }
}
