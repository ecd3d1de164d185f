package org.aidledger.verifier.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.aidledger.verifier.event.Payload;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Every control total is followed by its details, which add up to it, and entry numbers have no
 * gap.
 */
final class ControlCheck implements Check {

  private final Scope scope;
  private final Findings findings;
  private final Map<String, Journal> journals = new HashMap<>();
  private long entries;

  ControlCheck(Scope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** How many entry numbers were seen. */
  long entries() {
    return entries;
  }

  /** The last entry number of a fund, 0 if it has none. */
  long lastNumber(String fundId) {
    Journal journal = journals.get(fundId);
    return journal == null ? 0 : journal.next - 1;
  }

  /** Takes what a fund's last number was before the first event that is shown. */
  void begin(String fundId, long lastNumber) {
    journals.put(fundId, new Journal(lastNumber + 1));
  }

  @Override
  public void on(Event event) {
    boolean donations = "DonationsPosted".equals(event.type());
    if (donations || "EntriesPosted".equals(event.type())) {
      control(event, donations);
      return;
    }
    for (Detail detail : Detail.of(event)) {
      if (scope.covers(detail.fundId())) {
        detail(event, detail);
      }
    }
  }

  @Override
  public void end() {
    journals.forEach((fund, journal) -> requireComplete(fund, journal));
  }

  private void control(Event event, boolean donations) {
    Payload it = event.payload();
    String fund = it.text(Field.FUND_ID);
    if (!scope.covers(fund)) {
      return;
    }
    Journal journal = journals.computeIfAbsent(fund, unknown -> new Journal(1));
    requireComplete(fund, journal);
    Control control =
        new Control(
            event.position(),
            donations ? Movement.DONATION : Movement.named(it.text(Field.MOVEMENT)),
            it.number(Field.FIRST_ENTRY_NUMBER),
            it.number(Field.COUNT),
            it.number(Field.TOTAL),
            it.text(Field.DIGEST));
    if (control.first != journal.next || control.count < 1) {
      findings.add(
          Code.ENTRY_NUMBER_GAP,
          "position",
          event.position(),
          "fund",
          fund,
          "expected",
          journal.next,
          "found",
          control.first);
    }
    journal.open = control;
    journal.next = Math.addExact(control.first, control.count);
  }

  private void detail(Event event, Detail detail) {
    Journal journal = journals.get(detail.fundId());
    Control open = journal == null ? null : journal.open;
    if (journal == null || open == null || !open.takes(detail)) {
      // Where one detail is missing, all that follow are out of their place: one finding says it.
      if (open == null || !open.broken) {
        findings.add(
            Code.DETAIL_WITHOUT_CONTROL,
            "position",
            event.position(),
            "fund",
            detail.fundId(),
            "entry",
            detail.number());
      }
      if (open != null) {
        open.broken = true;
      }
      return;
    }
    open.add(detail);
    entries += detail.numbers();
    if (open.done()) {
      journal.open = null;
      if (open.sum != open.total) {
        findings.add(
            Code.CONTROL_TOTAL_DIFFERS,
            "position",
            open.position,
            "fund",
            detail.fundId(),
            "total",
            open.total,
            "sum",
            open.sum);
      }
      if (!open.digest().equals(open.stated)) {
        findings.add(
            Code.CONTROL_DIGEST_DIFFERS, "position", open.position, "fund", detail.fundId());
      }
    }
  }

  private void requireComplete(String fund, Journal journal) {
    Control open = journal.open;
    if (open != null) {
      findings.add(
          Code.CONTROL_WITHOUT_DETAILS,
          "position",
          open.position,
          "fund",
          fund,
          "count",
          open.count,
          "found",
          open.taken);
      journal.open = null;
    }
  }

  /** Where a fund's numbering stands. */
  private static final class Journal {

    private long next;
    private @Nullable Control open;

    Journal(long next) {
      this.next = next;
    }
  }

  /** A control total and the details that have come so far. */
  private static final class Control {

    private final long position;
    private final Movement movement;
    private final long first;
    private final long count;
    private final long total;
    private final String stated;
    private final MessageDigest sha256;
    private long taken;
    private long sum;
    private boolean broken;

    Control(long position, Movement movement, long first, long count, long total, String stated) {
      this.position = position;
      this.movement = movement;
      this.first = first;
      this.count = count;
      this.total = total;
      this.stated = stated;
      try {
        sha256 = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
      }
    }

    boolean takes(Detail detail) {
      return detail.movement() == movement
          && detail.number() == first + taken
          && taken + detail.numbers() <= count;
    }

    void add(Detail detail) {
      for (int i = 0; i < detail.numbers(); i++) {
        if (taken > 0) {
          sha256.update((byte) '\n');
        }
        sha256.update(detail.id().getBytes(StandardCharsets.UTF_8));
        taken++;
      }
      sum = Math.addExact(sum, detail.amount());
    }

    boolean done() {
      return taken == count;
    }

    String digest() {
      return HexFormat.of().formatHex(sha256.digest());
    }
  }
}
