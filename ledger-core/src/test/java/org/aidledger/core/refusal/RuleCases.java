package org.aidledger.core.refusal;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.PayoutOrders.*;
import static org.aidledger.core.fixture.People.*;
import static org.aidledger.core.refusal.Givens.*;
import static org.aidledger.core.refusal.RuleCode.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.core.account.Role;
import org.aidledger.core.account.command.ChangeRoles;
import org.aidledger.core.account.command.DisableAccount;
import org.aidledger.core.account.command.IssueToken;
import org.aidledger.core.account.command.OpenAccount;
import org.aidledger.core.finding.FindingId;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.finding.command.CloseFinding;
import org.aidledger.core.finding.command.RaiseFinding;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.ConfirmKeyDestruction;
import org.aidledger.core.subject.command.RequestKeyDestruction;

/** Every rule that the domain can name, broken alone. */
final class RuleCases {

  /** Rules that need what the domain does not hold; the application checks them. */
  static final Set<RuleCode> AT_THE_EDGE = Set.of(ROLE_MISSING, FUND_CODE_TAKEN, USERNAME_TAKEN);

  private static final FundId THEIRS = FundId.of(OTHER_UNION, "AID");
  private static final SubjectId SUBJECT = new SubjectId(new UUID(0x4000L, 0x8000L));
  private static final Money ALL = Money.of(Long.MAX_VALUE, "CNY");

  private static final RaiseFinding FINDING =
      new RaiseFinding(
          new FindingId(new UUID(0x4000L, 0x8001L)),
          "Union",
          null,
          Severity.LOW,
          null,
          List.of(),
          sealed("text"),
          ADMIN);

  private RuleCases() {}

  static Stream<Case> all() {
    return Stream.of(orders(), donations(), payouts(), funds(), PeriodCases.all(), accounts())
        .flatMap(s -> s);
  }

  private static Stream<Case> orders() {
    return Stream.of(
        new Case(
            SAME_FUND,
            "a transfer goes to another fund",
            Givens::fund,
            FINANCE,
            transfer(AID, AID, "T1", yuan("1.00"))),
        new Case(
            ORGANISATION_MISMATCH,
            "a transfer stays within the organisation",
            l -> fund(l).given(FINANCE, openOf(OTHER_UNION, THEIRS, "AID", CNY, null)),
            FINANCE,
            transfer(AID, THEIRS, "T1", yuan("1.00"))),
        new Case(
            REFERENCE_CONFLICT,
            "a roster does not take up a payout that was asked for before",
            Givens::requested,
            FINANCE,
            requestBatch(AID, "B1", FINANCE, aid("P1", "1.00"))),
        new Case(
            OPENING_ALREADY_SET,
            "the fund itself knows its opening, should the look-up miss it",
            l ->
                new LedgerFixture(r -> ids -> Map.of())
                    .given(FINANCE, open(AID), opening(AID, yuan("1.00"))),
            FINANCE,
            opening(AID, yuan("1.00"))),
        new Case(
            CURRENCY_MISMATCH,
            "an entry is in the currency of its fund",
            Givens::fund,
            FINANCE,
            income(AID, "I1", Money.of(5, "USD"))),
        new Case(
            REFUND_WITHOUT_DONATION,
            "a refund names the donation of another fund",
            l -> fund(l).given(FINANCE, open(RELIEF)),
            FINANCE,
            request(RELIEF, refund("R1", "D1", "1.00"), FINANCE)));
  }

  private static Stream<Case> donations() {
    return Stream.of(
        new Case(
            DONATION_REVERSED,
            "a reversed donation is not corrected",
            l -> fund(l).given(APPROVER, reverse("D1", APPROVER)),
            FINANCE2,
            correct("D1", "50.00", FINANCE2)),
        new Case(
            DONATION_CHANGED,
            "a proposed correction does not overwrite a later one",
            l -> fund(l).given(APPROVER, correct("D1", "70.00", APPROVER)),
            FINANCE2,
            proposed("D1", "50.00", "100.00", FINANCE2)),
        new Case(
            ENTRY_REVERSED,
            "a reversed entry is not reversed again",
            l ->
                fund(l)
                    .given(FINANCE, income(AID, "I1", yuan("1.00")))
                    .given(APPROVER, reverseEntry("I1", APPROVER)),
            FINANCE2,
            reverseEntry("I1", FINANCE2)),
        new Case(
            NOTHING_CHANGED,
            "a correction corrects something",
            Givens::fund,
            FINANCE2,
            correct("D1", "100.00", FINANCE2)),
        new Case(
            DONATION_REFUNDED,
            "a donation with a refund is not reversed",
            l -> fund(l).given(FINANCE, request(AID, refund("R1", "D1", "1.00"), FINANCE)),
            FINANCE2,
            reverse("D1", FINANCE2)),
        new Case(
            REFUND_EXCEEDS_DONATION,
            "no more is refunded than was given",
            Givens::fund,
            FINANCE,
            request(AID, refund("R1", "D1", "100.01"), FINANCE)),
        new Case(
            SELF_CORRECTION,
            "who recorded a donation does not reverse it",
            Givens::fund,
            FINANCE,
            reverse("D1", FINANCE)));
  }

  private static Stream<Case> payouts() {
    return Stream.of(
        new Case(
            PART_OF_BATCH,
            "a line of a roster is not approved alone",
            l -> fund(l).given(FINANCE, requestBatch(AID, "B1", FINANCE, aid("P1", "1.00"))),
            APPROVER,
            approve("P1", APPROVER)),
        new Case(
            PAYOUT_STATE,
            "what nobody approved is not paid",
            Givens::requested,
            CASHIER,
            pay("P1", CASHIER)),
        new Case(
            RETURN_BEFORE_PAYMENT,
            "money does not come back before it went",
            l -> approved(l).given(CASHIER, pay("P1", CASHIER)),
            CASHIER,
            takeBack("P1", CASHIER, -1)),
        new Case(
            SELF_APPROVAL,
            "nobody approves their own request",
            Givens::requested,
            FINANCE,
            approve("P1", FINANCE)),
        new Case(
            PAYER_NOT_THIRD_PERSON,
            "who approved does not pay",
            Givens::approved,
            APPROVER,
            pay("P1", APPROVER)),
        new Case(
            INSUFFICIENT_FUNDS,
            "approval reserves only what is there",
            l -> fund(l).given(FINANCE, request(AID, aid("P1", "100.01"), FINANCE)),
            APPROVER,
            approve("P1", APPROVER)));
  }

  private static Stream<Case> funds() {
    return Stream.of(
        new Case(
            CHANGE_NOT_PENDING,
            "only a proposed change is confirmed",
            Givens::fund,
            FINANCE2,
            new ConfirmFundChange(AID, "C1", FINANCE2)),
        new Case(
            SELF_CONFIRMATION,
            "the second person is another person",
            l -> fund(l).given(FINANCE, propose("C1")),
            FINANCE,
            new ConfirmFundChange(AID, "C1", FINANCE)),
        new Case(
            FUND_FROZEN,
            "a frozen fund takes no entries",
            l -> fund(l).given(FINANCE, freeze(AID)),
            FINANCE,
            income(AID, "I1", yuan("1.00"))),
        new Case(
            FUND_CLOSED,
            "a closed fund takes no entries",
            l -> l.given(FINANCE, open(AID), close(AID, null)),
            FINANCE,
            income(AID, "I1", yuan("1.00"))),
        new Case(FUND_STATE, "an open fund is not unfrozen", Givens::fund, FINANCE, unfreeze(AID)),
        new Case(
            FUND_NOT_EMPTY,
            "a fund with money does not close without a successor",
            Givens::fund,
            FINANCE,
            close(AID, null)),
        new Case(
            FIGURE_TOO_LARGE,
            "a figure stays within what the book can hold",
            l -> l.given(FINANCE, open(AID), opening(AID, ALL)),
            FINANCE,
            income(AID, "I1", yuan("0.01"))));
  }

  private static Stream<Case> accounts() {
    RequestKeyDestruction ask = new RequestKeyDestruction(SUBJECT, sealed("reason"), ADMIN);
    ConfirmKeyDestruction agree = new ConfirmKeyDestruction(SUBJECT, ADMIN2);
    return Stream.of(
        new Case(
            ACCOUNT_DISABLED,
            "a disabled account gets no token",
            l -> account(l).given(ADMIN2, new DisableAccount(ADMIN, ADMIN2)),
            ADMIN,
            new IssueToken(ADMIN, "T1")),
        new Case(
            FINDING_STATE,
            "nothing is closed before it is answered",
            l -> l.given(ADMIN, FINDING),
            ADMIN2,
            new CloseFinding(FINDING.findingId(), sealed("conclusion"), ADMIN2)),
        new Case(
            ROLE_CONFLICT,
            "who keeps accounts moves no money",
            l -> l,
            ADMIN,
            new OpenAccount(FINANCE, sealed("name"), Set.of(Role.ADMIN, Role.FINANCE), ADMIN)),
        new Case(
            SELF_GRANT,
            "nobody gives themselves a role",
            Givens::account,
            ADMIN,
            new ChangeRoles(ADMIN, Set.of(Role.ADMIN, Role.VIEWER), ADMIN)),
        new Case(
            LAST_ADMIN,
            "an administrator does not disable themselves",
            Givens::account,
            ADMIN,
            new DisableAccount(ADMIN, ADMIN)),
        new Case(
            KEY_DESTROYED,
            "a destroyed key is not destroyed again",
            l -> l.given(ADMIN, ask).given(ADMIN2, agree),
            ADMIN,
            ask),
        new Case(
            KEY_DESTRUCTION_NOT_PENDING,
            "nobody agrees to what nobody asked for",
            l -> l,
            ADMIN2,
            agree));
  }

  static ProposeFundChange propose(String id) {
    return new ProposeFundChange(AID, id, "Purpose 2", null, false, sealed("reason"), FINANCE);
  }
}
