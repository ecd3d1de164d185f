package org.aidledger.core.entry;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Map;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Test;

/** Money moves between two funds of one organisation in one append. */
class TransferTest {

  private static final FundId YEN = FundId.of(UNION, "YEN");

  private final LedgerFixture ledger =
      new LedgerFixture()
          .given(FINANCE, open(AID), open(RELIEF), record(AID, line("D1", "100.00")));

  @Test
  void bothFundsChangeInOneAppend() {
    TransferId id = TransferId.of(UNION, "T1");
    ledger
        .when(FINANCE, transfer(AID, RELIEF, "T1", yuan("30.00")))
        .thenEvents(
            Totals.posted(AID, Movement.TRANSFER_OUT, 2, 3000, id),
            Totals.posted(RELIEF, Movement.TRANSFER_IN, 1, 3000, id),
            new FundsTransferred(
                id.toString(),
                AID.toString(),
                RELIEF.toString(),
                "T1",
                3000,
                "CNY",
                DAY,
                sealed("reason"),
                2,
                1));
    assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(7_000, 0, 2));
    assertThat(ledger.figures(RELIEF)).isEqualTo(new FundFigures(3_000, 0, 1));
  }

  @Test
  void theWayBackIsATransferOfItsOwn() {
    ledger.given(
        FINANCE,
        transfer(AID, RELIEF, "T1", yuan("30.00")),
        transfer(RELIEF, AID, "T2", yuan("30.00")));
    assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(10_000, 0, 3));
  }

  @Test
  void aRetryIsAnsweredByTheFirstTransfer() {
    ledger.given(FINANCE, transfer(AID, RELIEF, "T1", yuan("30.00")));
    ledger.when(FINANCE, transfer(AID, RELIEF, "T1", yuan("30.00"))).thenNothing();
  }

  @Test
  void aRetryIsAnsweredAlsoWhenAFundIsFrozenSince() {
    ledger.given(FINANCE, transfer(AID, RELIEF, "T1", yuan("30.00")), freeze(RELIEF));
    ledger.when(FINANCE, transfer(AID, RELIEF, "T1", yuan("30.00"))).thenNothing();
  }

  @Test
  void noMoreMovesThanIsAvailable() {
    ledger
        .when(FINANCE, transfer(AID, RELIEF, "T1", yuan("100.01")))
        .thenRefused(
            RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "100.00", "needed", "100.01"));
  }

  @Test
  void neitherSideIsFrozen() {
    ledger.given(FINANCE, freeze(RELIEF));
    ledger
        .when(FINANCE, transfer(AID, RELIEF, "T1", yuan("1.00")))
        .thenRefused(RuleCode.FUND_FROZEN);
    ledger
        .when(FINANCE, transfer(RELIEF, AID, "T1", yuan("1.00")))
        .thenRefused(RuleCode.FUND_FROZEN);
  }

  @Test
  void bothFundsAndTheAmountAreInOneCurrency() {
    ledger.given(FINANCE, open(YEN, "YEN", Currency.getInstance("JPY"), null));
    ledger
        .when(FINANCE, transfer(AID, YEN, "T1", yuan("1.00")))
        .thenRefused(RuleCode.CURRENCY_MISMATCH, Map.of("fund", "CNY", "given", "JPY"));
    ledger
        .when(FINANCE, transfer(AID, RELIEF, "T1", Money.of(5, "JPY")))
        .thenRefused(RuleCode.CURRENCY_MISMATCH, Map.of("fund", "CNY", "given", "JPY"));
  }
}
