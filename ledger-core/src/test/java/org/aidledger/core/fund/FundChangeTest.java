package org.aidledger.core.fund;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;

import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundChangeProposed;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A change of a fund's terms takes two people. */
class FundChangeTest {

  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void aChangeOfTermsWaitsForASecondPerson() {
    ledger.given(FINANCE, open(AID));
    ledger
        .when(FINANCE, propose("C1", "Scholarships", yuan("100.00"), false, FINANCE))
        .thenEvents(
            new FundChangeProposed(
                AID.toString(),
                "C1",
                "Scholarships",
                10_000L,
                false,
                sealed("reason"),
                FINANCE.toString()));
    ledger
        .when(FINANCE2, new ConfirmFundChange(AID, "C1", FINANCE2))
        .thenEvents(new FundChangeConfirmed(AID.toString(), "C1", "Scholarships", 10_000L, false));
  }

  @Test
  void nobodyConfirmsTheirOwnProposal() {
    ledger.given(FINANCE, open(AID), propose("C1", "Scholarships", null, false, FINANCE));
    ledger
        .when(FINANCE, new ConfirmFundChange(AID, "C1", FINANCE))
        .thenRefused(RuleCode.SELF_CONFIRMATION);
  }

  @Test
  void onlyTheLastProposalWaits() {
    ledger.given(
        FINANCE,
        open(AID),
        propose("C1", "Scholarships", null, false, FINANCE),
        propose("C2", "Medicine", null, false, FINANCE));
    ledger
        .when(FINANCE2, new ConfirmFundChange(AID, "C1", FINANCE2))
        .thenRefused(RuleCode.CHANGE_NOT_PENDING);
    ledger.given(FINANCE2, new ConfirmFundChange(AID, "C2", FINANCE2));
    ledger
        .when(FINANCE2, new ConfirmFundChange(AID, "C2", FINANCE2))
        .thenRefused(RuleCode.CHANGE_NOT_PENDING);
  }

  @Test
  void aProposalProposesSomething() {
    ledger.given(FINANCE, open(AID));
    ledger
        .when(FINANCE, propose("C1", null, null, false, FINANCE))
        .thenRefused(RuleCode.NOTHING_CHANGED);
  }

  @Test
  void aNewThresholdIsInTheCurrencyOfTheFund() {
    ledger.given(FINANCE, open(AID));
    ledger
        .when(FINANCE, propose("C1", null, Money.of(5, "JPY"), false, FINANCE))
        .thenRefused(RuleCode.CURRENCY_MISMATCH);
  }

  @Test
  void aClosedFundKeepsItsTerms() {
    ledger.given(FINANCE, open(AID), propose("C1", "Scholarships", null, false, FINANCE));
    ledger.given(FINANCE, close(AID, null));
    ledger
        .when(FINANCE, propose("C2", "Medicine", null, false, FINANCE))
        .thenRefused(RuleCode.FUND_CLOSED);
    ledger
        .when(FINANCE2, new ConfirmFundChange(AID, "C1", FINANCE2))
        .thenRefused(RuleCode.FUND_CLOSED);
  }

  private static ProposeFundChange propose(
      String id,
      @Nullable String purpose,
      @Nullable Money threshold,
      boolean remove,
      AccountId actor) {
    return new ProposeFundChange(AID, id, purpose, threshold, remove, sealed("reason"), actor);
  }
}
