package org.aidledger.core.refusal;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.aidledger.core.refusal.Givens.*;
import static org.aidledger.core.refusal.RuleCode.*;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.DisableAccount;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.donation.command.CorrectDonation;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.money.Money;

/** Orders that break two rules at once. */
final class PrecedenceCases {

  private static final Money DOLLARS = Money.of(5, "USD");

  private PrecedenceCases() {}

  static Stream<BothBroken> all() {
    return Stream.of(entries(), donations(), payouts(), funds(), PeriodCases.pairs(), accounts())
        .flatMap(s -> s);
  }

  private static Stream<BothBroken> entries() {
    return Stream.of(
        both(
            CURRENCY_MISMATCH,
            FUND_FROZEN,
            "income in another currency into a frozen fund",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            income(AID, "I1", DOLLARS)),
        both(
            FUND_FROZEN,
            INSUFFICIENT_FUNDS,
            "expense above what a frozen fund has",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            expense(AID, "E1", yuan("100.01"))),
        both(
            FUND_FROZEN,
            INSUFFICIENT_FUNDS,
            "transfer of more than there is into a frozen fund",
            l -> fund(l).given(FINANCE, open(RELIEF), freeze(RELIEF)),
            FINANCE,
            transfer(AID, RELIEF, "T1", yuan("100.01"))));
  }

  private static Stream<BothBroken> donations() {
    CorrectDonation inDollars =
        new CorrectDonation(donation("D1"), ANONYMOUS, DOLLARS, DAY, sealed("reason"), FINANCE);
    return Stream.of(
        both(
            CURRENCY_MISMATCH,
            SELF_CORRECTION,
            "the recorder corrects into another currency",
            Givens::fund,
            FINANCE,
            inDollars),
        both(
            DONATION_REVERSED,
            SELF_CORRECTION,
            "the recorder corrects what was reversed",
            l -> fund(l).given(APPROVER, reverse("D1", APPROVER)),
            FINANCE,
            correct("D1", "50.00", FINANCE)),
        both(
            DONATION_CHANGED,
            SELF_CORRECTION,
            "the recorder carries out a proposal that a later correction has overtaken",
            l -> fund(l).given(APPROVER, correct("D1", "70.00", APPROVER)),
            FINANCE,
            proposed("D1", "50.00", "100.00", FINANCE)),
        both(
            ENTRY_REVERSED,
            SELF_CORRECTION,
            "the recorder reverses an entry that was reversed",
            l ->
                fund(l)
                    .given(FINANCE, income(AID, "I1", yuan("1.00")))
                    .given(APPROVER, reverseEntry("I1", APPROVER)),
            FINANCE,
            reverseEntry("I1", FINANCE)),
        both(
            DONATION_REFUNDED,
            FUND_FROZEN,
            "reversal of a refunded donation in a frozen fund",
            l -> fund(l).given(FINANCE, refundOf("10.00"), freeze(AID)),
            FINANCE2,
            reverse("D1", FINANCE2)),
        both(
            SELF_CORRECTION,
            FUND_FROZEN,
            "the recorder reverses in a frozen fund",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            reverse("D1", FINANCE)),
        both(
            FUND_FROZEN,
            INSUFFICIENT_FUNDS,
            "reversal of what a frozen fund has spent",
            l -> fund(l).given(FINANCE, expense(AID, "E1", yuan("1.00")), freeze(AID)),
            FINANCE2,
            reverse("D1", FINANCE2)));
  }

  private static Stream<BothBroken> payouts() {
    return Stream.of(
        both(
            REFERENCE_CONFLICT,
            FUND_FROZEN,
            "a frozen fund's roster with a payout that was asked for before",
            l -> requested(l).given(FINANCE, freeze(AID)),
            FINANCE,
            requestBatch(AID, "B1", FINANCE, aid("P2", "1.00"), aid("P1", "1.00"))),
        both(
            REFUND_WITHOUT_DONATION,
            REFUND_EXCEEDS_DONATION,
            "too large a refund from another fund",
            l -> fund(l).given(FINANCE, open(RELIEF)),
            FINANCE,
            request(RELIEF, refund("R1", "D1", "100.01"), FINANCE)),
        both(
            REFUND_EXCEEDS_DONATION,
            FUND_FROZEN,
            "too large a refund in a frozen fund",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            request(AID, refund("R1", "D1", "100.01"), FINANCE)),
        both(
            PART_OF_BATCH,
            SELF_APPROVAL,
            "the requester approves a line of their roster",
            l -> fund(l).given(FINANCE, requestBatch(AID, "B1", FINANCE, aid("P1", "1.00"))),
            FINANCE,
            approve("P1", FINANCE)),
        both(
            PAYOUT_STATE,
            SELF_APPROVAL,
            "the requester approves what was cancelled",
            l -> requested(l).given(FINANCE, cancel("P1", FINANCE)),
            FINANCE,
            approve("P1", FINANCE)),
        both(
            PAYOUT_STATE,
            PAYER_NOT_THIRD_PERSON,
            "the requester pays what nobody approved",
            Givens::requested,
            FINANCE,
            pay("P1", FINANCE)),
        both(
            SELF_APPROVAL,
            FUND_FROZEN,
            "the requester approves in a frozen fund",
            l -> requested(l).given(FINANCE, freeze(AID)),
            FINANCE,
            approve("P1", FINANCE)),
        both(
            PAYER_NOT_THIRD_PERSON,
            FUND_FROZEN,
            "the approver pays out of a frozen fund",
            l -> requested(l).given(APPROVER, approve("P1", APPROVER)).given(FINANCE, freeze(AID)),
            APPROVER,
            pay("P1", APPROVER)));
  }

  private static Stream<BothBroken> funds() {
    return Stream.of(
        both(
            SELF_CONFIRMATION,
            FUND_CLOSED,
            "the proposer confirms a change of a closed fund",
            l -> l.given(FINANCE, open(AID), RuleCases.propose("C1"), close(AID, null)),
            FINANCE,
            new ConfirmFundChange(AID, "C1", FINANCE)),
        both(
            FUND_FROZEN,
            FUND_NOT_EMPTY,
            "a frozen fund with money closes without a successor",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            close(AID, null)),
        both(
            FUND_FROZEN,
            FUND_NOT_EMPTY,
            "a frozen fund with reserved money closes with a successor",
            l ->
                requested(l)
                    .given(APPROVER, approve("P1", APPROVER))
                    .given(FINANCE, open(RELIEF), freeze(AID)),
            FINANCE,
            close(AID, RELIEF)));
  }

  private static Stream<BothBroken> accounts() {
    OpenAccount admin = new OpenAccount(ADMIN, sealed("name"), Set.of(Role.ADMIN), ADMIN2);
    return Stream.of(
        both(
            ACCOUNT_DISABLED,
            SELF_GRANT,
            "a disabled administrator gives themselves a role",
            l -> l.given(ADMIN2, admin, new DisableAccount(ADMIN, ADMIN2)),
            ADMIN,
            new ChangeRoles(ADMIN, Set.of(Role.ADMIN, Role.VIEWER), ADMIN)),
        both(
            ROLE_CONFLICT,
            SELF_GRANT,
            "an administrator gives themselves a role that moves money",
            l -> l.given(ADMIN2, admin),
            ADMIN,
            new ChangeRoles(ADMIN, Set.of(Role.ADMIN, Role.FINANCE), ADMIN)),
        both(
            SELF_GRANT,
            LAST_ADMIN,
            "an administrator exchanges their role for another",
            l -> l.given(ADMIN2, admin),
            ADMIN,
            new ChangeRoles(ADMIN, Set.of(Role.FINANCE), ADMIN)));
  }

  static BothBroken both(
      RuleCode first,
      RuleCode second,
      String sentence,
      UnaryOperator<LedgerFixture> given,
      AccountId actor,
      Object order) {
    return new BothBroken(new Case(first, sentence, given, actor, order), second);
  }

  private static Object refundOf(String amount) {
    return request(AID, refund("R1", "D1", amount), FINANCE);
  }
}
