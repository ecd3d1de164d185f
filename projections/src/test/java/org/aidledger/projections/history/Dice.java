package org.aidledger.projections.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;

/** Draws what a history is made of from one seeded source. */
final class Dice {

  private static final List<String> ACTORS =
      List.of(
          "a0000000-0000-4000-8000-000000000001",
          "a0000000-0000-4000-8000-000000000002",
          "a0000000-0000-4000-8000-000000000003");

  final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  String actor() {
    return ACTORS.get(random.nextInt(ACTORS.size()));
  }

  SealedText sealed() {
    return new SealedText(id(), "v1:" + Long.toHexString(random.nextLong()) + "+密/=");
  }

  @Nullable SealedText maybeSealed() {
    return random.nextBoolean() ? sealed() : null;
  }

  @Nullable String maybe(String text) {
    return random.nextInt(3) == 0 ? null : text;
  }

  LocalDate day() {
    return LocalDate.of(2025, 11, 1).plusDays(random.nextInt(90));
  }

  long amount() {
    return 1L + random.nextInt(random.nextInt(10) == 0 ? 10_000_000 : 50_000);
  }

  int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> Optional<T> pick(List<T> all, Predicate<T> allowed) {
    List<T> fit = all.stream().filter(allowed).toList();
    return fit.isEmpty() ? Optional.empty() : Optional.of(fit.get(random.nextInt(fit.size())));
  }
}
