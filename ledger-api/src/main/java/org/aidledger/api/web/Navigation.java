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
      List.of(new Entry("/", "nav.dashboard", EnumSet.allOf(Role.class), List.of("/funds/")));

  private Navigation() {}

  /** What a person may see, with the place marked where they are. */
  static List<Layout.Place> of(Actor actor, String path) {
    return ENTRIES.stream()
        .filter(entry -> entry.roles().stream().anyMatch(actor::has))
        .map(entry -> new Layout.Place(entry.path(), entry.key(), isHere(entry, path)))
        .toList();
  }

  private static boolean isHere(Entry entry, String path) {
    return entry.path().equals(path) || entry.below().stream().anyMatch(path::startsWith);
  }
}
