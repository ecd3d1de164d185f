package org.aidledger.verifier.check;

import java.util.List;
import java.util.UUID;
import org.aidledger.verifier.scratch.Chains;
import org.aidledger.verifier.scratch.KeyedTable;
import org.aidledger.verifier.scratch.Scratch;
import org.aidledger.verifier.scratch.Table;
import org.jspecify.annotations.Nullable;

/** Payouts and rosters of them on their way, by number; -1 stands for none. */
final class Decisions {

  enum State {
    REQUESTED,
    APPROVED,
    PAID,
    RETURNED,
    REJECTED,
    CANCELLED
  }

  /** A state is kept as its place here. */
  private static final List<State> STATES = List.of(State.values());

  private static final int FUND = 0;
  private static final int REQUESTED_BY = 1;
  private static final int AMOUNT = 2;
  private static final int ROSTER = 3;
  private static final int STATE = 4;
  private static final int APPROVERS = 5;
  private static final int APPROVALS = 6;
  private static final int FIRST_LINE = 7;
  private static final int LINES = 8;
  private static final int COLUMNS = 9;

  /** The decision of an identifier, plus one. */
  private static final int DECISION = 0;

  private final Names funds = new Names();
  private final KeyedTable payouts;
  private final KeyedTable rosters;
  private final Table decisions;
  private final Chains approvers;

  /** The lines of rosters, those of one roster behind each other. */
  private final Table lines;

  Decisions(Scratch scratch) {
    payouts = new KeyedTable(scratch, 1);
    rosters = new KeyedTable(scratch, 1);
    decisions = new Table(scratch, COLUMNS);
    approvers = new Chains(scratch);
    lines = new Table(scratch, 1);
  }

  /** A new one that nobody finds yet. */
  long request(String fund, long requestedBy, long amount, @Nullable String roster) {
    long decision = decisions.add();
    decisions.set(decision, FUND, funds.numberOf(fund));
    decisions.set(decision, REQUESTED_BY, requestedBy);
    decisions.set(decision, AMOUNT, amount);
    decisions.set(decision, ROSTER, roster == null ? 0 : rosters.rowOf(roster) + 1);
    return decision;
  }

  /** The decision about a payout. */
  long payout(String id) {
    return in(payouts, payouts.find(id));
  }

  /** The same. */
  long payout(UUID id) {
    return in(payouts, payouts.find(id));
  }

  void setPayout(UUID id, long decision) {
    payouts.set(payouts.rowOf(id), DECISION, decision + 1);
  }

  /** The decision about a roster. */
  long roster(UUID id) {
    return in(rosters, rosters.find(id));
  }

  void setRoster(UUID id, long decision) {
    rosters.set(rosters.rowOf(id), DECISION, decision + 1);
  }

  private static long in(KeyedTable table, long row) {
    return row < 0 ? -1 : table.get(row, DECISION) - 1;
  }

  String fund(long decision) {
    return funds.name((int) decisions.get(decision, FUND));
  }

  /** The account. */
  long requestedBy(long decision) {
    return decisions.get(decision, REQUESTED_BY);
  }

  long amount(long decision) {
    return decisions.get(decision, AMOUNT);
  }

  /** Whether a payout belongs to a roster. */
  boolean inRoster(long decision) {
    return decisions.get(decision, ROSTER) != 0;
  }

  /** Whether it belongs to this one. */
  boolean inRoster(long decision, UUID id) {
    return inRoster(decision) && decisions.get(decision, ROSTER) - 1 == rosters.find(id);
  }

  /** The decision about the roster to which a payout belongs. */
  long rosterOf(long decision) {
    return in(rosters, decisions.get(decision, ROSTER) - 1);
  }

  State state(long decision) {
    return STATES.get((int) decisions.get(decision, STATE));
  }

  void setState(long decision, State state) {
    decisions.set(decision, STATE, STATES.indexOf(state));
  }

  boolean approvedBy(long decision, long account) {
    return approvers.contains(decisions.get(decision, APPROVERS), account);
  }

  /** Whether whoever approved the one has approved the other. */
  boolean approvedByAllOf(long decision, long other) {
    return approvers.containsAll(
        decisions.get(decision, APPROVERS), decisions.get(other, APPROVERS));
  }

  void approve(long decision, long account) {
    decisions.set(decision, APPROVERS, approvers.with(decisions.get(decision, APPROVERS), account));
    decisions.set(decision, APPROVALS, approvals(decision) + 1);
  }

  long approvals(long decision) {
    return decisions.get(decision, APPROVALS);
  }

  /** Puts a payout behind the lines that the roster has; others get none meanwhile. */
  void addLine(long roster, long payout) {
    long line = lines.add();
    lines.set(line, 0, payout);
    long count = decisions.get(roster, LINES);
    if (count == 0) {
      decisions.set(roster, FIRST_LINE, line);
    }
    decisions.set(roster, LINES, count + 1);
  }

  /** What the lines of a roster sum up to that are still only requested. */
  long standing(long roster) {
    long first = decisions.get(roster, FIRST_LINE);
    long end = first + decisions.get(roster, LINES);
    long standing = 0;
    for (long line = first; line < end; line++) {
      long payout = lines.get(line, 0);
      if (state(payout) == State.REQUESTED) {
        standing = Math.addExact(standing, amount(payout));
      }
    }
    return standing;
  }

  /** Nobody asks for its lines any more. */
  void dropLines(long roster) {
    decisions.set(roster, LINES, 0);
  }
}
