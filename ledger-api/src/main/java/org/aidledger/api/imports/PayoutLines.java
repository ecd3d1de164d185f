package org.aidledger.api.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.payout.PayoutDraft;
import org.aidledger.api.person.PayeeDraft;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.store.subject.SubjectVault;
import org.aidledger.store.subject.TypedText;

/**
 * The lines of a payout roster, which becomes one batch in one append and is therefore read whole.
 * A payout is known by its own reference, else by the batch and the payee's strongest number, as a
 * keyed digest; the order of the lines makes no difference.
 */
final class PayoutLines {

  /** Payouts of one batch. */
  static final int MOST = 5_000;

  private static final String SEPARATOR = "\u001f";

  private final SubjectVault vault;
  private final String batch;

  PayoutLines(SubjectVault vault, String batch) {
    this.vault = vault;
    this.batch = batch;
  }

  /** One payout with the line that asks for it. */
  record Numbered(int line, RosterRow.Payout row, PayoutDraft draft) {}

  /**
   * What a roster holds.
   *
   * @param good ordered by reference
   */
  record Roster(List<Numbered> good, List<RosterLine.Bad> bad) {

    List<PayoutDraft> drafts() {
      return good.stream().map(Numbered::draft).toList();
    }
  }

  /**
   * Reads the roster to its end.
   *
   * @throws ApiProblem if it has more lines than a batch may
   */
  Roster read(RosterLines lines) {
    Map<String, List<RosterLine.Good>> byReference = new HashMap<>();
    List<RosterLine.Bad> bad = new ArrayList<>();
    int count = 0;
    for (RosterLine line = lines.next(); line != null; line = lines.next()) {
      switch (line) {
        case RosterLine.Good good ->
            byReference
                .computeIfAbsent(reference((RosterRow.Payout) good.row()), _ -> new ArrayList<>())
                .add(good);
        case RosterLine.Bad unreadable -> bad.add(unreadable);
        case RosterLine.Skipped _ -> count--;
      }
      count++;
      if (count > MOST) {
        throw new ApiProblem(
            ApiCode.IMPORT_TOO_LARGE, null, Map.of("max", MOST, "lines", "> " + MOST));
      }
    }
    List<Numbered> good = new ArrayList<>();
    byReference.forEach((reference, group) -> good.addAll(numbered(reference, group)));
    good.sort(Comparator.comparing(n -> n.draft().reference()));
    return new Roster(good, bad);
  }

  /** One payee with several payouts: they are numbered by what they say, not by their order. */
  private List<Numbered> numbered(String reference, List<RosterLine.Good> group) {
    group.sort(
        Comparator.<RosterLine.Good>comparingLong(g -> payout(g).amount().minor())
            .thenComparing(g -> payout(g).purpose())
            .thenComparingInt(g -> g.source().line()));
    List<Numbered> all = new ArrayList<>(group.size());
    for (RosterLine.Good line : group) {
      int occurrence = all.size() + 1;
      String own =
          occurrence == 1
              ? reference
              : vault.referenceMac(String.join(SEPARATOR, reference, "" + occurrence));
      all.add(new Numbered(line.source().line(), payout(line), draft(own, payout(line))));
    }
    return all;
  }

  private static RosterRow.Payout payout(RosterLine.Good line) {
    return (RosterRow.Payout) line.row();
  }

  private String reference(RosterRow.Payout row) {
    return row.reference() != null
        ? row.reference()
        : vault.referenceMac(String.join(SEPARATOR, "payout", batch, payee(row)));
  }

  private static String payee(RosterRow.Payout row) {
    if (row.identityNumber() != null) {
      return "I" + TypedText.normal(row.identityNumber());
    }
    if (row.bankAccount() != null) {
      return "B" + TypedText.normal(row.bankAccount());
    }
    if (row.staffNumber() != null) {
      return "S" + TypedText.normal(row.staffNumber());
    }
    return "N" + TypedText.normal(row.name()) + SEPARATOR + TypedText.normal(row.unit());
  }

  private static PayoutDraft draft(String reference, RosterRow.Payout row) {
    return new PayoutDraft(
        reference,
        PayoutKind.AID,
        null,
        new PayeeDraft(
            row.name(),
            row.identityNumber(),
            row.bankAccount(),
            row.bankName(),
            row.unit(),
            row.staffNumber()),
        row.amount(),
        row.purpose());
  }
}
