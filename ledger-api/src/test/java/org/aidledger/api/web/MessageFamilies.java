package org.aidledger.api.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.api.imports.Duplicates;
import org.aidledger.api.imports.LineList;
import org.aidledger.api.imports.LineStatus;
import org.aidledger.api.payout.SettledLine;
import org.aidledger.api.period.ReadinessPoint;
import org.aidledger.api.roster.RosterField;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.statement.StatementForm;
import org.aidledger.api.statement.StatementKind;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.api.web.trail.TrailTypes;
import org.aidledger.core.account.Role;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.fund.FundState;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.core.period.LateEntries;
import org.aidledger.core.period.OpenItem;
import org.aidledger.projections.Figure;
import org.aidledger.projections.exception.ExceptionKind;
import org.aidledger.projections.period.PeriodState;
import org.aidledger.projections.replay.Difference;
import org.aidledger.projections.sample.SampleOf;
import org.aidledger.projections.trail.TrailGroup;
import org.aidledger.store.subject.IndexKind;

/** The keys that pages put together out of a prefix and a name of the domain. */
public final class MessageFamilies {

  /** Events that are told in more than one way. */
  private static final Set<String> VARIANTS =
      Set.of(
          "DonationCorrected.undone",
          "DonationCorrected.redone",
          "FundsTransferred.out",
          "FundsTransferred.in",
          "PayoutApproved.waiting",
          "PayoutApproved.reserved",
          "PayoutBatchApproved.waiting",
          "PayoutBatchApproved.complete",
          "PayoutCancelled.before",
          "PayoutCancelled.released");

  private MessageFamilies() {}

  /** The names of all events that can stand in a trail. */
  public static Set<String> eventsInTrails() {
    return Set.copyOf(TrailTypes.NAMES);
  }

  static Set<String> keys() {
    Set<String> keys = new HashSet<>();
    words(keys, "state", FundState.values());
    words(keys, "treatment", Treatment.values());
    words(keys, "channel", Channel.values());
    words(keys, "category", IncomeCategory.values());
    words(keys, "category", ExpenseCategory.values());
    words(keys, "kind", PayoutKind.values());
    keys.add("word.kind.DONATION");
    words(keys, "movement", Movement.values());
    words(keys, "documented", DocumentedKind.values());
    payouts(keys);
    periods(keys);
    words(keys, "role", Role.values());
    words(keys, "lateEntries", LateEntries.values());
    for (Figure figure : Figure.values()) {
      keys.add("figure." + figure);
      keys.add("figure." + figure + ".about");
    }
    Arrays.stream(TrailGroup.values())
        .filter(group -> group.figure() == null)
        .forEach(group -> keys.add("trail.group." + group));
    TrailSearch.PARAMETERS.stream()
        .filter(name -> !Set.of("all", "order").contains(name))
        .forEach(name -> keys.add("trail.wrong." + name));
    for (String reason : List.of("notFound", "forbidden", "badRequest", "busy", "broken")) {
      keys.add("error." + reason + ".title");
      keys.add("error." + reason + ".text");
    }
    List.of("error", "throttled", "expired", "changed", "logout")
        .forEach(name -> keys.add("login." + name));
    events().forEach(name -> keys.add("trail.event." + name));
    for (String order : List.of("freeze", "unfreeze")) {
      List.of("title", "about", "submit").forEach(part -> keys.add(order + "." + part));
    }
    List.of("opening", "income", "expense").forEach(kind -> keys.add("entry.about." + kind));
    List.of("RECORDED", "CORRECTED", "REVERSED")
        .forEach(status -> keys.add("word.donation." + status));
    eventsInTrails().forEach(name -> keys.add("word.event." + name));
    keys.add("word.personal.bankAccount");
    keys.add("word.personal.auditPackage");
    keys.add("word.personal.closingStatement");
    words(keys, "statement", StatementKind.values());
    words(keys, "statementForm", StatementForm.values());
    keys.add("word.statementPeople.redacted");
    keys.add("word.statementPeople.full");
    for (Difference.Kind kind : Difference.Kind.values()) {
      keys.add("replay.kind." + kind);
    }
    List.of("COUNT", "TOTAL", "DIGEST", "MOVEMENT", "NUMBERING")
        .forEach(what -> keys.add("replay.what." + what));
    words(keys, "roleAbout", Role.values());
    words(keys, "index", IndexKind.values());
    List.of("good", "expired", "revoked").forEach(state -> keys.add("token.state." + state));
    List.of("NONE", "REQUESTED", "DESTROYED").forEach(state -> keys.add("keys.state." + state));
    findings(keys);
    words(keys, "payoutState", PayoutState.values());
    imports(keys);
    for (String kind : List.of("donation", "payout")) {
      keys.add("receipt.title." + kind);
      keys.add("receipt.back." + kind);
    }
    keys.addAll(List.of("word.people.redacted", "word.people.full"));
    for (String field : List.of("fund", "from", "to", "knownFrom", "knownTo")) {
      keys.add("corrections.wrong." + field);
      if (field.startsWith("known")) {
        keys.add("corrections." + field);
      }
    }
    List.of("fund", "from", "to", "size", "seed", "position")
        .forEach(field -> keys.add("samples.wrong." + field));
    List.of("from", "to", "people", "checkpoint").forEach(field -> keys.add("field." + field));
    keys.addAll(List.of("unit.CNY", "money.CNY"));
    return keys;
  }

  private static void imports(Set<String> keys) {
    words(keys, "rosterField", RosterField.values());
    words(keys, "rosterKind", RosterKind.values());
    words(keys, "duplicates", Duplicates.values());
    words(keys, "lineList", LineList.values());
    words(keys, "lineStatus", LineStatus.values());
    List.of("PROPOSED", "CONFIRMED", "POSTED", "REFUSED")
        .forEach(state -> keys.add("word.correction." + state));
    List.of("CHECKING", "CHECKED", "WAITING", "POSTING", "POSTED", "FAILED", "CANCELLED")
        .forEach(standing -> keys.add("word.import." + standing));
  }

  private static void findings(Set<String> keys) {
    words(keys, "exception", ExceptionKind.values());
    words(keys, "sampleOf", SampleOf.values());
    for (ExceptionKind kind : ExceptionKind.values()) {
      keys.add("exception.sentence." + kind);
    }
    words(keys, "findingState", FindingState.values());
    words(keys, "severity", Severity.values());
    for (FindingState state : FindingState.values()) {
      keys.add("finding.sentence." + state);
    }
    List.of("severity", "positions", "text", "answer", "conclusion")
        .forEach(field -> keys.add("field." + field));
  }

  private static void periods(Set<String> keys) {
    words(keys, "periodState", PeriodState.values());
    words(keys, "openItem", OpenItem.values());
    for (PeriodState state : PeriodState.values()) {
      keys.add("period.sentence." + state);
    }
    for (ReadinessPoint.Point point : ReadinessPoint.Point.values()) {
      keys.add("word.periodPoint." + point);
    }
    for (String step :
        List.of(
            "PeriodClosingProposed", "PeriodClosed", "PeriodReopeningProposed", "PeriodReopened")) {
      keys.add("word.periodStep." + step);
    }
    List.of("lateEntries", "acknowledged").forEach(field -> keys.add("field." + field));
  }

  private static void payouts(Set<String> keys) {
    words(keys, "bankOutcome", SettledLine.Outcome.values());
    for (PayoutState state : PayoutState.values()) {
      keys.add("payout.sentence." + state);
    }
    for (String state : List.of("REQUESTED", "APPROVED", "REJECTED")) {
      keys.add("payoutBatch.sentence." + state);
    }
    for (String step : List.of("APPROVAL", "REJECTION", "PAYMENT", "RETURN", "CANCELLATION")) {
      keys.add("payout.step." + step);
      List.of("link", "title", "submit")
          .forEach(part -> keys.add("payout.step." + step + "." + part));
    }
    keys.add("payout.step.APPROVAL.first");
    List.of(
            "APPROVAL.REQUESTED",
            "APPROVAL.APPROVED",
            "REJECTION.REJECTED",
            "PAYMENT.PAID",
            "RETURN.RETURNED",
            "CANCELLATION.CANCELLED")
        .forEach(done -> keys.add("payout.done." + done));
    for (String blocked :
        List.of("approval.asked", "approval.agreed", "payment.asked", "payment.agreed")) {
      keys.add("payout.blocked." + blocked);
    }
    for (String duty : List.of("decide", "pay", "returned", "othersDecide", "othersPay")) {
      keys.add("payouts.duty." + duty);
      keys.add("payouts.duty." + duty + ".about");
    }
    for (String field :
        List.of(
            "payee.name",
            "payee.bankAccount",
            "payee.bankName",
            "payee.identityNumber",
            "fundId",
            "purpose",
            "paidOn",
            "bankReference",
            "returnedOn")) {
      keys.add("field." + field);
    }
  }

  private static Stream<String> events() {
    Stream<String> plain =
        eventsInTrails().stream()
            .filter(name -> VARIANTS.stream().noneMatch(variant -> variant.startsWith(name + ".")));
    return Stream.concat(plain, VARIANTS.stream());
  }

  private static void words(Set<String> keys, String kind, Enum<?>[] codes) {
    for (Enum<?> code : codes) {
      keys.add("word." + kind + "." + code.name());
    }
  }
}
