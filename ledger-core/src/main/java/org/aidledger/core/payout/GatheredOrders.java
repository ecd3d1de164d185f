package org.aidledger.core.payout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.CarryOutPayoutOrders;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.PayoutMove;
import org.aidledger.core.payout.command.PayoutOrder;
import org.aidledger.core.payout.command.RejectPayout;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Carries out orders about payouts of one fund together. Each is decided by the rules that decide
 * it alone, on what the orders before it left, and a refused one refuses itself alone: the rules
 * check everything before they apply anything.
 */
public final class GatheredOrders {

  private final Repository<Fund> funds;
  private final Repository<Payout> payouts;
  private final PayoutRequests requests;
  private final PayoutCommands commands;

  public GatheredOrders(
      Repository<Fund> funds,
      Repository<Payout> payouts,
      PayoutRequests requests,
      PayoutCommands commands) {
    this.funds = funds;
    this.payouts = payouts;
    this.requests = requests;
    this.commands = commands;
  }

  /** One outcome an order, in their order. */
  @CommandHandler
  List<OrderOutcome> handle(CarryOutPayoutOrders command) {
    // Payouts before their fund and by identity, so that no two orders wait for each other.
    command.orders().stream()
        .filter(PayoutMove.class::isInstance)
        .map(order -> ((PayoutMove) order).payoutId().toString())
        .distinct()
        .sorted()
        .forEach(id -> requireAid(payouts.load(id).invoke(p -> p.request().donationId())));
    Round round = new Round(funds.load(command.fundId().toString()), command.orders());
    return round.decide(command.orders());
  }

  /** A refund would need its donation locked before the fund, so it goes alone. */
  private static void requireAid(@Nullable Object donation) {
    if (donation != null) {
      throw new IllegalArgumentException("a refund among gathered orders");
    }
  }

  /** The orders of one command, and how far they are decided. */
  private final class Round {

    private final Aggregate<Fund> fund;
    private final Map<String, FirstRecording> known;
    private final Map<String, OrderOutcome.Repeats> begun = new HashMap<>();
    private @Nullable AccountId actor;

    Round(Aggregate<Fund> fund, List<PayoutOrder> orders) {
      this.fund = fund;
      this.known = requests.known(fund, orders);
    }

    List<OrderOutcome> decide(List<PayoutOrder> orders) {
      // Each event names the person whose order it follows from, not who sent them together.
      CurrentUnitOfWork.get()
          .registerCorrelationDataProvider(
              _ -> actor == null ? Map.of() : Map.of(Streams.ACTOR, actor.toString()));
      List<OrderOutcome> outcomes = new ArrayList<>(orders.size());
      for (PayoutOrder order : orders) {
        actor = order.actor();
        outcomes.add(decide(order, outcomes.size()));
      }
      return outcomes;
    }

    private OrderOutcome decide(PayoutOrder order, int place) {
      try {
        return switch (order) {
          case RequestPayout request -> begin(request, place);
          case PayoutMove move -> move(move);
        };
      } catch (Refused refused) {
        return new OrderOutcome.RefusedOrder(refused.code(), refused.facts());
      }
    }

    private OrderOutcome begin(RequestPayout request, int place) {
      requireAid(request.line().donationId());
      String id = PayoutRequests.idOf(fund, request);
      OrderOutcome.Repeats earlier = begun.get(id);
      if (earlier != null) {
        return earlier;
      }
      Begun answer = requests.begin(fund, request, known.get(id));
      if (answer instanceof Begun.New(PayoutRequested event)) {
        begun.put(id, new OrderOutcome.Repeats(place, event));
        return new OrderOutcome.CarriedOut(answer, 1);
      }
      return new OrderOutcome.CarriedOut(answer, 0);
    }

    private OrderOutcome move(PayoutMove order) {
      Aggregate<Payout> payout = payouts.load(order.payoutId().toString());
      long before = fund.version() + payout.version();
      PayoutState state =
          switch (order) {
            case ApprovePayout approve -> commands.handle(approve);
            case RejectPayout reject -> commands.handle(reject);
            case PayPayout pay -> commands.handle(pay);
            case ReturnPayout takeBack -> commands.handle(takeBack);
            case CancelPayout cancel -> commands.handle(cancel);
          };
      // An order about aid writes to the payout and to its fund, and nowhere else.
      long events = fund.version() + payout.version() - before;
      return new OrderOutcome.CarriedOut(state, Math.toIntExact(events));
    }
  }
}
