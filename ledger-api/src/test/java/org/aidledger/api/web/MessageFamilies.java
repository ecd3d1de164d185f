package org.aidledger.api.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fund.FundState;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.projections.Figure;
import org.aidledger.projections.trail.TrailGroup;

/** The keys that pages put together out of a prefix and a name of the domain. */
public final class MessageFamilies {

  private static final List<Class<?>> IN_TRAILS =
      List.of(
          FundEvent.class,
          DonationEvent.class,
          EntryEvent.class,
          FundsTransferred.class,
          PayoutEvent.class,
          PayoutBatchEvent.class);

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
    Set<String> names = new HashSet<>();
    IN_TRAILS.forEach(type -> records(type).forEach(event -> names.add(event.getSimpleName())));
    return names;
  }

  static Set<String> keys() {
    Set<String> keys = new HashSet<>();
    words(keys, "state", FundState.values());
    words(keys, "treatment", Treatment.values());
    words(keys, "channel", Channel.values());
    words(keys, "category", IncomeCategory.values());
    words(keys, "category", ExpenseCategory.values());
    words(keys, "kind", PayoutKind.values());
    words(keys, "movement", Movement.values());
    words(keys, "role", Role.values());
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
    List.of("error", "throttled", "expired", "logout").forEach(name -> keys.add("login." + name));
    events().forEach(name -> keys.add("trail.event." + name));
    keys.addAll(List.of("unit.CNY", "money.CNY"));
    return keys;
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

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(MessageFamilies::records)
        : Stream.of(type);
  }
}
