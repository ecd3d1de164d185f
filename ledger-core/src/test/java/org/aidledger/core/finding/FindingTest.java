package org.aidledger.core.finding;

import static org.aidledger.core.fixture.Orders.sealed;
import static org.aidledger.core.fixture.People.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.finding.command.AnswerFinding;
import org.aidledger.core.finding.command.CloseFinding;
import org.aidledger.core.finding.command.RaiseFinding;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Test;

/** An auditor raises, finance staff answer, an auditor closes. */
class FindingTest {

  private static final FindingId FINDING = new FindingId(new UUID(0x4000L, 0x8000L));
  private static final String ID = FINDING.toString();
  private static final AccountId AUDITOR = new AccountId(new UUID(0x4aL, 0x8aL));

  private final LedgerFixture ledger = new LedgerFixture();

  @Test
  void aFindingKeepsEachPositionOnceAndInOrder() {
    ledger
        .when(AUDITOR, raise(57, 41, 57))
        .thenEvents(
            new FindingRaised(
                ID,
                "Union",
                null,
                "HIGH",
                "SPLIT_PAYOUTS",
                List.of(41L, 57L),
                sealed("text"),
                AUDITOR.toString()));
  }

  @Test
  void financeStaffAnswerAndTheAuditorCloses() {
    ledger.given(AUDITOR, raise(41));
    ledger.when(FINANCE, answer(FINANCE)).thenEvents(answered(FINANCE));
    ledger
        .when(AUDITOR, close(AUDITOR))
        .thenEvents(new FindingClosed(ID, null, sealed("conclusion"), AUDITOR.toString()));
  }

  @Test
  void aLaterAnswerAddsToAnEarlierOne() {
    ledger.given(AUDITOR, raise(41)).given(FINANCE, answer(FINANCE));
    ledger.when(FINANCE2, answer(FINANCE2)).thenEvents(answered(FINANCE2));
  }

  @Test
  void nothingIsClosedBeforeItIsAnswered() {
    ledger.given(AUDITOR, raise(41));
    ledger
        .when(AUDITOR, close(AUDITOR))
        .thenRefused(RuleCode.FINDING_STATE, Map.of("state", "RAISED"));
  }

  @Test
  void whoeverAnsweredDoesNotCloseEvenIfAnotherAnsweredLater() {
    ledger
        .given(AUDITOR, raise(41))
        .given(FINANCE, answer(FINANCE))
        .given(FINANCE2, answer(FINANCE2));
    ledger.when(FINANCE, close(FINANCE)).thenRefused(RuleCode.SELF_CONFIRMATION);
  }

  @Test
  void whoeverRaisedDoesNotAnswer() {
    ledger.given(AUDITOR, raise(41));
    ledger.when(AUDITOR, answer(AUDITOR)).thenRefused(RuleCode.SELF_CONFIRMATION);
  }

  @Test
  void aClosedFindingStaysClosed() {
    ledger.given(AUDITOR, raise(41)).given(FINANCE, answer(FINANCE)).given(AUDITOR, close(AUDITOR));
    ledger
        .when(FINANCE, answer(FINANCE))
        .thenRefused(RuleCode.FINDING_STATE, Map.of("state", "CLOSED"));
    ledger
        .when(AUDITOR, close(AUDITOR))
        .thenRefused(RuleCode.FINDING_STATE, Map.of("state", "CLOSED"));
  }

  private static RaiseFinding raise(long... positions) {
    return new RaiseFinding(
        FINDING,
        "Union",
        null,
        Severity.HIGH,
        "SPLIT_PAYOUTS",
        Arrays.stream(positions).boxed().toList(),
        sealed("text"),
        AUDITOR);
  }

  private static AnswerFinding answer(AccountId actor) {
    return new AnswerFinding(FINDING, sealed("answer"), actor);
  }

  private static CloseFinding close(AccountId actor) {
    return new CloseFinding(FINDING, sealed("conclusion"), actor);
  }

  private static FindingAnswered answered(AccountId actor) {
    return new FindingAnswered(ID, null, sealed("answer"), actor.toString());
  }
}
