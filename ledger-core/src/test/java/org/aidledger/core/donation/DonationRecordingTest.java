package org.aidledger.core.donation;

import static org.aidledger.core.fixture.Orders.*;
import static org.aidledger.core.fixture.People.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.aidledger.core.donation.command.DonationLine;
import org.aidledger.core.donation.command.RecordDonations;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.fixture.FundFigures;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fixture.Then;
import org.aidledger.core.fixture.Totals;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.FirstRecording;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Donations are recorded in batches, each line decided on its own and counted once for ever. */
class DonationRecordingTest {

  private final LedgerFixture ledger = new LedgerFixture().given(FINANCE, open(AID));

  @Nested
  class Recording {

    @Test
    void theControlTotalStandsBeforeItsDetailsInOneAppend() {
      ledger
          .when(FINANCE, record(AID, line("D1", "10.00"), line("D2", "2.50")))
          .thenEvents(
              Totals.donations(AID, 1, 1250, donation("D1"), donation("D2")),
              received("D1", 1000, 1),
              received("D2", 250, 2));
      assertThat(ledger.figures(AID)).isEqualTo(new FundFigures(1250, 0, 2));
    }

    @Test
    void eachLineIsAnsweredByItsEvent() {
      Then then = ledger.when(FINANCE, record(AID, line("D1", "10.00"), line("D2", "2.50")));
      assertThat(outcomes(then))
          .containsExactly(
              new LineOutcome.Recorded(received("D1", 1000, 1), 0),
              new LineOutcome.Recorded(received("D2", 250, 2), 1));
    }

    @Test
    void eachDonationNamesItsOwnRecorder() {
      var then =
          ledger.when(FINANCE, record(AID, line("D1", "1.00"), line("D2", yuan("1.00"), FINANCE2)));
      assertThat(then.stored().stream().skip(1).map(Stored::actor))
          .containsExactly(FINANCE.toString(), FINANCE2.toString());
    }

    @Test
    void numbersGoOnWhereTheLastBatchEnded() {
      ledger.given(FINANCE, record(AID, line("D1", "1.00"), line("D2", "1.00")));
      var then = ledger.when(FINANCE, record(AID, line("D3", "1.00")));
      assertThat(then.event(DonationReceived.class).entryNumber()).isEqualTo(3);
      assertThat(then.event(DonationsPosted.class).firstEntryNumber()).isEqualTo(3);
    }

    @Test
    void anUnknownFundTakesNothing() {
      ledger
          .when(FINANCE, record(RELIEF, line("D1", "1.00")))
          .thenFails(AggregateNotFoundException.class);
    }
  }

  @Nested
  class Repeating {

    @Test
    void aReferenceThatWasRecordedIsAnsweredByTheFirstRecording() {
      ledger.given(FINANCE, record(AID, line("D1", "10.00")));
      Then then = ledger.when(FINANCE2, record(AID, line("D1", "10.00"))).thenNothing();
      assertThat(outcomes(then))
          .containsExactly(new LineOutcome.Known(new FirstRecording(received("D1", 1000, 1), 2)));
    }

    @Test
    void theRestOfTheBatchIsRecorded() {
      ledger.given(FINANCE, record(AID, line("D1", "10.00")));
      Then then = ledger.when(FINANCE, record(AID, line("D1", "10.00"), line("D2", "1.00")));
      then.thenTypes(DonationsPosted.class, DonationReceived.class);
      assertThat(outcomes(then))
          .containsExactly(
              new LineOutcome.Known(new FirstRecording(received("D1", 1000, 1), 2)),
              new LineOutcome.Recorded(received("D2", 100, 2), 0));
    }

    @Test
    void aRepetitionWithinTheBatchCountsOnce() {
      Then then =
          ledger.when(
              FINANCE, record(AID, line("D1", "1.00"), line("D2", "1.00"), line("D1", "9.00")));
      assertThat(outcomes(then).get(2)).isEqualTo(new LineOutcome.Repeats(0));
      assertThat(ledger.figures(AID).available()).isEqualTo(200);
    }

    @Test
    void aRepetitionOfARefusedLineIsDecidedOnItsOwn() {
      DonationLine dollars = line("D1", Money.of(5, "USD"), FINANCE);
      Then then = ledger.when(FINANCE, record(AID, dollars, line("D1", "1.00")));
      assertThat(outcomes(then).get(0)).isInstanceOf(LineOutcome.RefusedLine.class);
      assertThat(outcomes(then).get(1)).isInstanceOf(LineOutcome.Recorded.class);
    }

    @Test
    void withoutALookTheBatchCollidesAsAWholeAndLookingFirstSolvesIt() {
      ledger.given(FINANCE, record(AID, line("D1", "10.00")));
      RecordDonations blind =
          new RecordDonations(AID, List.of(line("D2", "1.00"), line("D1", "10.00")), false);
      ledger.when(FINANCE, blind).thenFails(AggregateStreamCreationException.class);
      ledger
          .when(FINANCE, blind.lookingFirst())
          .thenTypes(DonationsPosted.class, DonationReceived.class);
    }

    @Test
    void oneReferenceDoesNotEnterTwoFunds() {
      ledger.given(FINANCE, open(RELIEF), record(AID, line("D1", "10.00")));
      Then then = ledger.when(FINANCE, record(RELIEF, line("D1", "10.00"))).thenNothing();
      assertThat(outcomes(then).getFirst()).isInstanceOf(LineOutcome.Known.class);
    }

    @Test
    void oneReferenceIsNotAGiftAndAnInterestPaymentAtOnce() {
      ledger.given(FINANCE, income(AID, "D1", yuan("10.00")));
      Then then = ledger.when(FINANCE, record(AID, line("D1", "10.00"))).thenNothing();
      assertThat(outcomes(then).getFirst()).isInstanceOf(LineOutcome.Known.class);
      RecordDonations blind = new RecordDonations(AID, List.of(line("D1", "10.00")), false);
      ledger.when(FINANCE, blind).thenFails(AggregateStreamCreationException.class);
    }
  }

  @Nested
  class Refusing {

    @Test
    void aBadLineRefusesItselfAlone() {
      DonationLine dollars = line("D1", Money.of(5, "USD"), FINANCE);
      Then then = ledger.when(FINANCE, record(AID, dollars, line("D2", "1.00")));
      assertThat(outcomes(then))
          .containsExactly(
              new LineOutcome.RefusedLine(
                  RuleCode.CURRENCY_MISMATCH, Map.of("fund", "CNY", "given", "USD")),
              new LineOutcome.Recorded(received("D2", 100, 1), 0));
    }

    @Test
    void aFrozenFundRefusesEveryNewLineButAnswersTheKnownOnes() {
      ledger.given(FINANCE, record(AID, line("D1", "1.00")), freeze(AID));
      Then then =
          ledger.when(FINANCE, record(AID, line("D1", "1.00"), line("D2", "1.00"))).thenNothing();
      assertThat(outcomes(then).get(0)).isInstanceOf(LineOutcome.Known.class);
      assertThat(outcomes(then).get(1))
          .isEqualTo(new LineOutcome.RefusedLine(RuleCode.FUND_FROZEN, Map.of()));
    }
  }

  private static List<Object> outcomes(Then then) {
    List<?> answer = then.answer(List.class);
    return List.copyOf(answer);
  }

  private static DonationReceived received(String reference, long amount, long number) {
    return new DonationReceived(
        donation(reference).toString(),
        AID.toString(),
        UNION,
        "BANK",
        reference,
        amount,
        "CNY",
        DAY,
        "BANK_TRANSFER",
        ANONYMOUS,
        null,
        number);
  }
}
