package org.aidledger.api.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.OrderOutcome;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.payout.PayoutKind;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.core.payout.command.ApprovePayout;
import org.aidledger.core.payout.command.CancelPayout;
import org.aidledger.core.payout.command.CarryOutPayoutOrders;
import org.aidledger.core.payout.command.PayPayout;
import org.aidledger.core.payout.command.PayoutLine;
import org.aidledger.core.payout.command.RejectPayout;
import org.aidledger.core.payout.command.RequestPayout;
import org.aidledger.core.payout.command.ReturnPayout;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.FirstRecording;
import org.aidledger.core.subject.SealedText;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

/** Gathered orders and their outcomes arrive at another node as they were sent. */
class OrderMessagesTest {

  private static final FundId FUND = FundId.of("union", "AID");
  private static final PayoutId PAYOUT = PayoutId.of("union", "P1");
  private static final AccountId ACTOR = new AccountId(new UUID(0, 7));
  private static final LocalDate DAY = LocalDate.of(2026, 5, 6);
  private static final SealedText TEXT =
      new SealedText("00000000-0000-4000-8000-000000000001", "sealed");
  private static final Payee PAYEE = new Payee(TEXT, "digest", "1234");

  private final Serializer messages = Messages.serializer();

  @Test
  void ordersOfEveryKind() {
    PayoutLine line =
        new PayoutLine(
            "P1",
            PayoutKind.AID,
            null,
            PAYEE,
            Money.parse("1.00", Currency.getInstance("CNY")),
            TEXT);
    CarryOutPayoutOrders orders =
        new CarryOutPayoutOrders(
            FUND,
            List.of(
                new RequestPayout(FUND, line, ACTOR),
                new ApprovePayout(PAYOUT, ACTOR, DAY),
                new RejectPayout(PAYOUT, ACTOR, TEXT),
                new PayPayout(PAYOUT, ACTOR, DAY, "B-1"),
                new ReturnPayout(PAYOUT, ACTOR, DAY, TEXT),
                new CancelPayout(PAYOUT, ACTOR, DAY, TEXT)));
    assertThat(sent(orders)).isEqualTo(orders);
  }

  @Test
  void outcomesOfEveryKind() {
    PayoutRequested event =
        new PayoutRequested(
            PAYOUT.toString(),
            FUND.toString(),
            "union",
            "P1",
            "AID",
            null,
            null,
            100,
            "CNY",
            PAYEE,
            TEXT,
            ACTOR.toString());
    List<OrderOutcome> outcomes =
        new ArrayList<>(
            List.of(
                new OrderOutcome.CarriedOut(new Begun.New(event), 1),
                new OrderOutcome.CarriedOut(new Begun.Known(new FirstRecording(event, 17)), 0),
                new OrderOutcome.CarriedOut(PayoutState.APPROVED, 2),
                new OrderOutcome.Repeats(0, event),
                new OrderOutcome.RefusedOrder(
                    RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "0.00"))));
    assertThat(sent(outcomes)).isEqualTo(outcomes);
  }

  private Object sent(Object message) {
    SerializedObject<byte[]> written = messages.serialize(message, byte[].class);
    return messages.deserialize(written);
  }
}
