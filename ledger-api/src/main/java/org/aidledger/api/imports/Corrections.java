package org.aidledger.api.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.imports.CorrectionRows.Confirmed;
import org.aidledger.api.person.People;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterLines;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.subject.SealedText;

/**
 * Carries out the corrections of a file that a second person has confirmed, one after the other.
 * Names and units are read from the file again, since the tables hold none.
 */
final class Corrections {

  private static final int AT_ONCE = 500;

  private final CorrectionRows rows;
  private final ImportRows imports;
  private final RosterReader reader;
  private final Ledger ledger;
  private final People people;
  private final RecordedReferences recorded;

  Corrections(
      CorrectionRows rows,
      ImportRows imports,
      RosterReader reader,
      Ledger ledger,
      People people,
      RecordedReferences recorded) {
    this.rows = rows;
    this.imports = imports;
    this.reader = reader;
    this.ledger = ledger;
    this.people = people;
    this.recorded = recorded;
  }

  /** Carries out what is confirmed; doing it again changes nothing more. */
  void run(long number) {
    ImportRow row = imports.numbered(number);
    RosterReading file = reader.read(row);
    try (RosterLines lines = file.open()) {
      Deque<Confirmed> waiting = new ArrayDeque<>(rows.confirmed(number, AT_ONCE));
      for (RosterLine line = lines.next();
          line != null && !waiting.isEmpty();
          line = lines.next()) {
        if (line.source().line() == waiting.element().line()) {
          carryOut(row, waiting.remove(), line);
          if (waiting.isEmpty()) {
            waiting.addAll(rows.confirmed(number, AT_ONCE));
          }
        }
      }
    }
  }

  private void carryOut(ImportRow row, Confirmed confirmed, RosterLine line) {
    if (!(line instanceof RosterLine.Good good)
        || !(good.row() instanceof RosterRow.Donation donation)) {
      throw new IllegalStateException("a line that the check took for good is bad");
    }
    AccountId actor = AccountId.of(confirmed.confirmedBy());
    try {
      var _ = ledger.execute(order(row, confirmed, donation, actor), actor);
      rows.settle(row.number(), confirmed.line(), null);
    } catch (Refused refused) {
      // Somebody else has corrected it to the same meanwhile.
      boolean done = refused.code() == RuleCode.NOTHING_CHANGED;
      rows.settle(row.number(), confirmed.line(), done ? null : refused.code().name());
    }
  }

  private CorrectDonation order(
      ImportRow row, Confirmed confirmed, RosterRow.Donation donation, AccountId actor) {
    Donor donor = people.donors(List.of(Drafts.donor(donation))).getFirst();
    SealedText about =
        recorded
            .first(confirmed.donationId().toString(), DonationReceived.class)
            .map(first -> first.donor().person())
            .orElse(null);
    return new CorrectDonation(
        new DonationId(confirmed.donationId()),
        donor,
        new Money(confirmed.amount(), row.currency()),
        donation.day(),
        people.text(about, reason(row, confirmed)),
        actor,
        confirmed.seen());
  }

  /** Both persons stand in the book: who confirmed acts, who asked for it is named here. */
  private static String reason(ImportRow row, Confirmed confirmed) {
    return "名册更正 roster correction: import %s, line %d, proposed by account %s"
        .formatted(row.id(), confirmed.line(), confirmed.proposedBy());
  }
}
