package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aidledger.api.imports.LineRows.Decision;
import org.aidledger.api.imports.LineRows.Repeated;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.projections.donation.DonationView;
import org.jspecify.annotations.Nullable;

/**
 * Decides about lines of one file that share a reference, or a person and a day. Lines equal in all
 * are numbered; so are lines that differ in their amounts, unless they are to be summed or left
 * out. The order of the lines in the file makes no difference.
 */
final class Repetitions {

  private static final int AT_ONCE = 500;

  private final LineRows rows;
  private final BookComparison book;
  private final LineKeys keys;
  private final ImportRow row;
  private final List<List<Repeated>> waiting = new ArrayList<>();

  Repetitions(LineRows rows, BookComparison book, LineKeys keys, ImportRow row) {
    this.rows = rows;
    this.book = book;
    this.keys = keys;
    this.row = row;
  }

  void settle() {
    rows.repeated(
        row.number(),
        group -> {
          waiting.add(group);
          if (waiting.size() == AT_ONCE) {
            flush();
          }
        });
    flush();
  }

  private void flush() {
    Map<UUID, DonationView> held = held();
    List<Decision> decisions = new ArrayList<>();
    waiting.forEach(group -> decisions.addAll(decide(group, held)));
    compare(decisions);
    waiting.clear();
  }

  /** What the book holds of the first and the second line of each group. */
  private Map<UUID, DonationView> held() {
    List<UUID> ids = new ArrayList<>();
    for (List<Repeated> group : waiting) {
      Repeated first = group.getFirst();
      if (!first.referenced()) {
        ids.add(first.key());
        ids.add(second(first));
      }
    }
    return book.find(ids);
  }

  private UUID second(Repeated first) {
    return keys.occurrence(first.key(), 2).id();
  }

  /**
   * What to do with lines that differ: what was asked for, unless the book shows that the same
   * lines were summed up or kept before. Treated otherwise now, they would be there twice.
   */
  private Duplicates treatment(List<Repeated> group, Map<UUID, DonationView> held) {
    Duplicates wish = row.choices().duplicates();
    Repeated first = group.getFirst();
    DonationView known = held.get(first.key());
    if (known == null || wish == Duplicates.LEAVE_OUT) {
      return wish;
    }
    if (held.containsKey(second(first))) {
      return Duplicates.KEEP;
    }
    return known.amount() == sum(group) ? Duplicates.SUM : wish;
  }

  private static long sum(List<Repeated> group) {
    return group.stream().mapToLong(Repeated::amount).reduce(0, Math::addExact);
  }

  private List<Decision> decide(List<Repeated> group, Map<UUID, DonationView> held) {
    if (group.getFirst().referenced()) {
      return sameReference(group);
    }
    boolean different = group.stream().anyMatch(l -> l.amount() != group.getFirst().amount());
    if (!different) {
      return numbered(group, false);
    }
    return switch (treatment(group, held)) {
      case KEEP -> numbered(group, true);
      case SUM -> summed(group);
      case LEAVE_OUT ->
          group.stream()
              .map(l -> listed(l, LineStatus.SKIPPED, true, ApiCode.LINE_LEFT_OUT, Map.of()))
              .toList();
    };
  }

  /** The same line twice counts once; a reference that says two things is refused as a whole. */
  private static List<Decision> sameReference(List<Repeated> group) {
    Repeated first = Objects.requireNonNull(group.stream().min(BY_LINE).orElse(null));
    Map<String, Object> facts = Map.of("line", first.line());
    if (group.stream().allMatch(line -> isSame(line, first))) {
      return group.stream()
          .map(
              l ->
                  l.line() == first.line()
                      ? decision(l, false, 1, l.key(), null, null)
                      : listed(l, LineStatus.SKIPPED, false, ApiCode.REFERENCE_REPEATED, facts))
          .toList();
    }
    return group.stream()
        .map(l -> listed(l, LineStatus.REFUSED, true, ApiCode.REFERENCE_REPEATED, facts))
        .toList();
  }

  private static final Comparator<Repeated> BY_LINE = Comparator.comparingInt(Repeated::line);

  private static boolean isSame(Repeated one, Repeated other) {
    return one.amount() == other.amount()
        && Objects.equals(one.day(), other.day())
        && Objects.equals(one.unit(), other.unit())
        && Objects.equals(one.person(), other.person());
  }

  private List<Decision> numbered(List<Repeated> group, boolean different) {
    List<Decision> decisions = new ArrayList<>(group.size());
    for (Repeated line : group) {
      int occurrence = decisions.size() + 1;
      UUID entry = occurrence == 1 ? line.key() : keys.occurrence(line.key(), occurrence).id();
      decisions.add(decision(line, different, occurrence, entry, null, null));
    }
    return decisions;
  }

  private static List<Decision> summed(List<Repeated> group) {
    Repeated leader = Objects.requireNonNull(group.stream().min(BY_LINE).orElse(null));
    long sum = sum(group);
    return group.stream()
        .map(
            l ->
                l.line() == leader.line()
                    ? decision(l, true, 1, l.key(), sum, null)
                    : decision(l, true, 1, l.key(), null, leader.line()))
        .toList();
  }

  private static Decision decision(
      Repeated line,
      boolean different,
      int occurrence,
      UUID entry,
      @Nullable Long sum,
      @Nullable Integer leader) {
    LineStatus status = leader == null ? LineStatus.NEW : LineStatus.SUMMED;
    return new Decision(
        line.line(), status, different, occurrence, entry, sum, leader, null, null, null);
  }

  private static Decision listed(
      Repeated line,
      LineStatus status,
      boolean different,
      ApiCode code,
      Map<String, Object> facts) {
    return new Decision(
        line.line(),
        status,
        different,
        1,
        line.key(),
        null,
        null,
        null,
        code.name(),
        LineProblem.json(new LineProblem(null, code.name(), null, facts)));
  }

  /** Compares with the book what now has a number of its own. */
  private void compare(List<Decision> decisions) {
    Map<UUID, DonationView> known =
        book.find(decisions.stream().map(Decision::entry).distinct().toList());
    Map<Integer, Repeated> lines = new java.util.HashMap<>();
    waiting.forEach(group -> group.forEach(line -> lines.put(line.line(), line)));
    List<Decision> settled = new ArrayList<>(decisions.size());
    List<Correction> changed = new ArrayList<>();
    for (Decision decision : decisions) {
      Repeated line = Objects.requireNonNull(lines.get(decision.line()));
      DonationView found = known.get(decision.entry());
      boolean compared = decision.status() == LineStatus.NEW || decision.leader() != null;
      settled.add(found == null || !compared ? decision : compared(decision, line, found, changed));
    }
    rows.dropCorrections(row.number(), List.copyOf(lines.keySet()));
    rows.addCorrections(row.number(), row.choices().startedBy(), changed);
    rows.decide(row.number(), settled);
  }

  private static Decision compared(
      Decision decision, Repeated line, DonationView found, List<Correction> changed) {
    long amount = decision.sum() == null ? line.amount() : decision.sum();
    boolean sameDonor = !Boolean.FALSE.equals(line.sameDonor());
    boolean same = amount == found.amount() && sameDonor;
    if (decision.leader() != null) {
      return decision;
    }
    if (!same) {
      changed.add(Correction.of(line.line(), found, amount, line.day(), line.unit(), sameDonor));
    }
    return new Decision(
        decision.line(),
        same ? LineStatus.ALREADY_RECORDED : LineStatus.CHANGED,
        decision.different(),
        decision.occurrence(),
        decision.entry(),
        decision.sum(),
        null,
        same ? null : found.amount(),
        null,
        null);
  }
}
