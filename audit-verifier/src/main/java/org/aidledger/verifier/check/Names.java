package org.aidledger.verifier.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the funds, of which a book has few, so that each payout keeps a number only. */
final class Names {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int numberOf(String name) {
    return numbers.computeIfAbsent(
        name,
        unknown -> {
          names.add(unknown);
          return names.size() - 1;
        });
  }

  String name(int number) {
    return names.get(number);
  }
}
