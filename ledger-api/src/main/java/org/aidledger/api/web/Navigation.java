package org.aidledger.api.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aidledger.api.actor.Actor;
import org.aidledger.core.account.Role;

/** The pages that can be reached from everywhere, each for the roles that may see it. */
final class Navigation {

  private record Entry(String path, String key, Set<Role> roles, List<String> below) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("/", "nav.dashboard", EnumSet.allOf(Role.class), List.of("/funds/")),
          new Entry("/desk", "nav.desk", EnumSet.of(Role.FINANCE), List.of("/desk", "/donations/")),
          new Entry(
              "/imports",
              "nav.imports",
              EnumSet.of(Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR),
              List.of("/imports/")),
          new Entry(
              "/payouts",
              "nav.payouts",
              EnumSet.of(Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR),
              List.of("/payouts/", "/payout-batches/")),
          new Entry(
              "/periods",
              "nav.periods",
              EnumSet.of(Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR),
              List.of("/periods/")),
          new Entry(
              "/findings",
              "nav.findings",
              EnumSet.of(Role.FINANCE, Role.AUDITOR),
              List.of("/findings/")),
          new Entry("/audit/trail", "nav.audit", EnumSet.of(Role.AUDITOR), List.of("/audit/")),
          new Entry(
              "/accounts",
              "nav.accounts",
              EnumSet.of(Role.ADMIN, Role.AUDITOR),
              List.of("/accounts/")),
          new Entry("/keys", "nav.keys", EnumSet.of(Role.ADMIN, Role.APPROVER), List.of("/keys/")));

  private Navigation() {}

  /** What a person may see, with the place marked where they are. */
  static List<Layout.Place> of(Actor actor, String path, List<WaitingWork> works) {
    return ENTRIES.stream()
        .filter(entry -> entry.roles().stream().anyMatch(actor::has))
        .map(
            entry ->
                new Layout.Place(
                    entry.path(), entry.key(), isHere(entry, path), waiting(entry, actor, works)))
        .toList();
  }

  private static long waiting(Entry entry, Actor actor, List<WaitingWork> works) {
    return works.stream()
        .filter(work -> work.path().equals(entry.path()))
        .mapToLong(work -> work.count(actor))
        .sum();
  }

  private static boolean isHere(Entry entry, String path) {
    return entry.path().equals(path) || entry.below().stream().anyMatch(path::startsWith);
  }
}
