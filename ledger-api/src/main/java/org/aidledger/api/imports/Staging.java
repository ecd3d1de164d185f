package org.aidledger.api.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.imports.BookComparison.Match;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.projections.donation.DonationView;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a file of donations one after the other, compares them with the book in
 * chunks, and keeps of each what the posting needs.
 */
final class Staging {

  private static final int CHUNK = 1_000;

  private final FundId fund;
  private final Drafts drafts;
  private final BookComparison book;
  private final People people;
  private final LineCopy copy;
  private final List<RosterLine> waiting = new ArrayList<>(CHUNK);
  private final List<Correction> corrections = new ArrayList<>();

  Staging(FundId fund, Drafts drafts, BookComparison book, People people, LineCopy copy) {
    this.fund = fund;
    this.drafts = drafts;
    this.book = book;
    this.people = people;
    this.copy = copy;
  }

  void add(RosterLine line) throws SQLException {
    waiting.add(line);
    if (waiting.size() == CHUNK) {
      flush();
    }
  }

  /** Ends the copy. */
  List<Correction> finish() throws SQLException {
    flush();
    copy.finish();
    return corrections;
  }

  private void flush() throws SQLException {
    List<LineKeys.Key> keys = new ArrayList<>(waiting.size());
    List<DonationDraft> given = new ArrayList<>(waiting.size());
    for (RosterLine line : waiting) {
      if (line instanceof RosterLine.Good good) {
        RosterRow.Donation row = (RosterRow.Donation) good.row();
        LineKeys.Key key = drafts.keys().of(row);
        keys.add(key);
        given.add(drafts.of(row, key, row.amount()));
      }
    }
    List<Match> matches = book.compare(fund, keys.stream().map(LineKeys.Key::id).toList(), given);
    int next = 0;
    for (RosterLine line : waiting) {
      int number = line.source().line();
      switch (line) {
        case RosterLine.Good good -> {
          boolean referenced = ((RosterRow.Donation) good.row()).reference() != null;
          copy.add(staged(number, referenced, keys.get(next), given.get(next), matches.get(next)));
          next++;
        }
        case RosterLine.Bad bad -> copy.add(StagedLine.bad(number, bad.problems()));
        case RosterLine.Skipped skipped -> {
          if (skipped.reason() == RosterLine.Reason.OUTGOING) {
            copy.add(StagedLine.skipped(number, ApiCode.LINE_OUTGOING.name()));
          }
        }
      }
    }
    waiting.clear();
  }

  private StagedLine staged(
      int line, boolean referenced, LineKeys.Key key, DonationDraft draft, Match match) {
    return switch (match) {
      case Match.Free _ -> staged(line, referenced, key, draft, LineStatus.NEW, null, null);
      case Match.Same _ ->
          staged(line, referenced, key, draft, LineStatus.ALREADY_RECORDED, null, true);
      case Match.Changed(DonationView known, boolean sameDonor) -> {
        corrections.add(Correction.of(line, known, draft, sameDonor));
        yield staged(line, referenced, key, draft, LineStatus.CHANGED, known.amount(), sameDonor);
      }
      case Match.Taken(DonationView known) ->
          StagedLine.refused(
              line,
              new LineProblem(
                  null,
                  RuleCode.REFERENCE_CONFLICT.name(),
                  null,
                  Map.of("reference", key.reference(), "firstDonationId", known.donationId())));
    };
  }

  private StagedLine staged(
      int line,
      boolean referenced,
      LineKeys.Key key,
      DonationDraft draft,
      LineStatus status,
      @Nullable Long before,
      @Nullable Boolean sameDonor) {
    return new StagedLine(
        line,
        status,
        referenced,
        draft.amount().minor(),
        before,
        draft.receivedOn(),
        draft.donor().organisation(),
        key.id(),
        people.marks(draft.donor()),
        sameDonor,
        null,
        null,
        null);
  }
}
