package org.aidledger.api.payout;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.api.admission.Admission;
import org.aidledger.api.dispatch.AxonLedger;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.OrderOutcome;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.command.CarryOutPayoutOrders;
import org.aidledger.core.payout.command.PayoutMove;
import org.aidledger.core.payout.command.PayoutOrder;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.store.combine.Combiner;
import org.jspecify.annotations.Nullable;

/**
 * Carries orders, and gathers those about the payouts of one fund: an order waits for nothing when
 * its fund is idle, and whatever arrives while orders commit goes with the next. Orders about
 * refunds also change a donation, and go alone like all others.
 */
public final class GatheringLedger implements Ledger {

  /** Orders of one command. */
  private static final int MOST_ORDERS = 500;

  /** Nobody is turned away here: what waits was let in where it came in. */
  private static final int MOST_WAITING = Integer.MAX_VALUE;

  /** Payouts whose fund is remembered; another is looked up in the book. */
  private static final int MOST_PAYOUTS = 20_000;

  private final AxonLedger ledger;
  private final RecordedReferences recorded;
  private final RefusalLog refusals;
  private final Admission admission;
  private final ConcurrentHashMap<FundId, Combiner<PayoutOrder, Told>> funds =
      new ConcurrentHashMap<>();
  private final Cache<PayoutId, FundId> fundsOfPayouts =
      Caffeine.newBuilder().maximumSize(MOST_PAYOUTS).build();

  /** What became of one order, and where its events stand. */
  private record Told(OrderOutcome outcome, long firstPosition, long position) {}

  /** Has gathered nothing yet. */
  public GatheringLedger(
      AxonLedger ledger, RecordedReferences recorded, RefusalLog refusals, Admission admission) {
    this.ledger = ledger;
    this.recorded = recorded;
    this.refusals = refusals;
    this.admission = admission;
  }

  @Override
  public <R extends @Nullable Object> Executed<R> execute(Object order, AccountId actor) {
    FundId fund = order instanceof PayoutOrder payout ? fundOf(payout).orElse(null) : null;
    return fund == null
        ? ledger.execute(order, actor)
        : admission.within(1, () -> executeTogether(fund, (PayoutOrder) order, actor));
  }

  /** The fund with whose other orders this one may go; absent for refunds and the unknown. */
  private Optional<FundId> fundOf(PayoutOrder order) {
    return switch (order) {
      case RequestPayout request ->
          Optional.of(request.fundId()).filter(_ -> request.line().donationId() == null);
      case PayoutMove move ->
          Optional.ofNullable(fundsOfPayouts.getIfPresent(move.payoutId()))
              .or(() -> find(move.payoutId()));
    };
  }

  private Optional<FundId> find(PayoutId payout) {
    Optional<FundId> fund =
        recorded
            .first(payout.toString(), PayoutRequested.class)
            .filter(event -> event.donationId() == null)
            .map(event -> FundId.of(event.fundId()));
    fund.ifPresent(found -> fundsOfPayouts.put(payout, found));
    return fund;
  }

  private <R extends @Nullable Object> Executed<R> executeTogether(
      FundId fund, PayoutOrder order, AccountId actor) {
    Told told = funds.computeIfAbsent(fund, this::combiner).submit(order);
    return switch (told.outcome) {
      case OrderOutcome.CarriedOut(Object answer, int _) -> {
        remember(answer);
        @SuppressWarnings("unchecked") // The same answer as to the order alone.
        R result = (R) answer;
        yield new Executed<>(result, told.firstPosition, told.position);
      }
      case OrderOutcome.RefusedOrder(var code, var facts) -> {
        Refused refused = new Refused(code, facts);
        refusals.keep(RefusedOrder.of(order, refused), actor);
        throw refused;
      }
      case OrderOutcome.Repeats _ -> throw new IllegalStateException("a repetition left open");
    };
  }

  private void remember(Object answer) {
    if (answer instanceof Begun.New(PayoutRequested event)) {
      fundsOfPayouts.put(PayoutId.of(event.payoutId()), FundId.of(event.fundId()));
    }
  }

  private Combiner<PayoutOrder, Told> combiner(FundId fund) {
    return new Combiner<>(
        _ -> 1, MOST_ORDERS, MOST_WAITING, orders -> carryOut(fund, orders), () -> {});
  }

  /** The events of an order follow those of the one before it, in one append. */
  private List<Told> carryOut(FundId fund, List<PayoutOrder> orders) {
    Executed<List<OrderOutcome>> executed =
        ledger.executeForMany(new CarryOutPayoutOrders(fund, orders));
    List<Told> all = new ArrayList<>(orders.size());
    long next = executed.firstPosition();
    for (OrderOutcome outcome : executed.result()) {
      int events = outcome instanceof OrderOutcome.CarriedOut done ? done.events() : 0;
      OrderOutcome own =
          outcome instanceof OrderOutcome.Repeats(int earlier, PayoutRequested event)
              ? known(event, all.get(earlier).firstPosition)
              : outcome;
      all.add(
          events == 0
              ? new Told(own, -1, executed.position())
              : new Told(own, next, next + events - 1));
      next += events;
    }
    return all;
  }

  private static OrderOutcome known(PayoutRequested event, long position) {
    return new OrderOutcome.CarriedOut(new Begun.Known(new FirstRecording(event, position)), 0);
  }
}
