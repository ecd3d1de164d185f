package org.aidledger.api.payout;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.payout.SettledLine.Outcome;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.roster.RosterLine;
import org.aidledger.api.roster.RosterRow;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.refusal.Refused;
import org.aidledger.projections.payout.PayoutView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles the lines of a bank's answer, each by an order of its own; the domain's rules decide. */
@Component
final class Settlement {

  private final Ledger ledger;
  private final People people;

  Settlement(Ledger ledger, People people) {
    this.ledger = ledger;
    this.people = people;
  }

  /** What all lines of one file share, and how far the book has come by them. */
  static final class Context {

    private final Map<String, PayoutView> payouts;
    private final boolean again;
    private final long firstSeen;
    private final AccountId actor;
    // What the file itself says was paid, by the id of the payout.
    private final Map<String, Payment> paid = new HashMap<>();
    private long position = -1;

    /**
     * Of one file.
     *
     * @param payouts of the batch, by id, as they stood before
     * @param again whether the file was seen before
     * @param firstSeen position at which it was seen first
     */
    Context(Map<String, PayoutView> payouts, boolean again, long firstSeen, AccountId actor) {
      this.payouts = payouts;
      this.again = again;
      this.firstSeen = firstSeen;
      this.actor = actor;
    }

    long position() {
      return position;
    }
  }

  /**
   * A payment that a line of the file tells of.
   *
   * @param first whether the book learnt it from that line
   */
  private record Payment(LocalDate day, @Nullable String bankReference, boolean first) {}

  /** What became of a line, nothing for one that says nothing about a payment. */
  Optional<SettledLine> settle(RosterLine line, Context context) {
    int number = line.source().line();
    return switch (line) {
      case RosterLine.Skipped _ -> Optional.empty();
      case RosterLine.Bad(var _, var problems) ->
          Optional.of(SettledLine.refused(number, null, problems.getFirst().problem()));
      case RosterLine.Good(var _, RosterRow.BankResult result) ->
          Optional.of(settle(number, result, context));
      case RosterLine.Good _ -> Optional.empty();
    };
  }

  private SettledLine settle(int number, RosterRow.BankResult result, Context context) {
    String id = result.payoutId().toString();
    PayoutView payout = context.payouts.get(id);
    if (payout == null) {
      return SettledLine.refused(
          number, null, Problem.of(ApiCode.RESULT_NOT_OF_BATCH, null, Map.of("payout", id)));
    }
    Money given = result.amount();
    Money needed = Money.of(payout.amount(), payout.currency());
    if (given != null && !given.equals(needed)) {
      return SettledLine.refused(
          number,
          id,
          Problem.of(
              ApiCode.RESULT_AMOUNT_DIFFERS,
              null,
              Map.of("given", given.toDecimal(), "needed", needed.toDecimal())));
    }
    try {
      return switch (result.result()) {
        case PAID -> pay(number, result, context);
        case RETURNED -> takeBack(number, result, payout, context);
      };
    } catch (Refused refused) {
      return SettledLine.refused(number, id, Problem.of(refused));
    }
  }

  private SettledLine pay(int number, RosterRow.BankResult result, Context context) {
    PayoutId id = new PayoutId(result.payoutId());
    PayPayout order =
        new PayPayout(
            id,
            context.actor,
            result.day(),
            Objects.requireNonNull(result.bankReference(), "bankReference"));
    Outcome outcome = done(order, Outcome.PAID, context);
    context.paid.put(
        id.toString(), new Payment(result.day(), result.bankReference(), outcome == Outcome.PAID));
    return SettledLine.done(number, id.toString(), outcome, null);
  }

  private SettledLine takeBack(
      int number, RosterRow.BankResult result, PayoutView payout, Context context) {
    PayoutId id = new PayoutId(result.payoutId());
    String reason = Objects.requireNonNull(result.reason(), "reason");
    Outcome known = known(payout, context);
    if (known != null) {
      return SettledLine.done(number, id.toString(), known, reason);
    }
    ReturnPayout order =
        new ReturnPayout(id, context.actor, result.day(), people.text(payout.payee(), reason));
    return SettledLine.done(number, id.toString(), done(order, Outcome.RETURNED, context), reason);
  }

  /** Tells the book, and whether it knew before. */
  private Outcome done(Object order, Outcome outcome, Context context) {
    Executed<?> executed = ledger.execute(order, context.actor);
    context.position = Math.max(context.position, executed.position());
    return executed.firstPosition() < 0 ? Outcome.ALREADY : outcome;
  }

  /** What the state of a payout makes of a line that says its money came back, null to ask on. */
  private static @Nullable Outcome known(PayoutView payout, Context context) {
    Payment here = context.paid.get(payout.payoutId());
    if (here != null && here.first()) {
      // One file tells of both, and the book learnt of the payment a moment ago.
      return null;
    }
    return switch (payout.state()) {
      // The bank could not carry it out: nothing had left.
      case "APPROVED" -> Outcome.FAILED;
      case "RETURNED" -> Outcome.ALREADY;
      // Paid once more after this file had first come: the file speaks of the payment before.
      case "PAID" ->
          context.again && payout.lastPosition() > context.firstSeen && !isLast(here, payout)
              ? Outcome.ALREADY
              : null;
      default -> null;
    };
  }

  /** Whether the file tells of the very payment that the payout stands at. */
  private static boolean isLast(@Nullable Payment here, PayoutView payout) {
    return here != null
        && here.day().equals(payout.paidOn())
        && Objects.equals(here.bankReference(), payout.bankReference());
  }
}
