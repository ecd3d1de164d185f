package org.aidledger.core.fund;

import static org.aidledger.core.fixture.Orders.AID;
import static org.aidledger.core.fixture.Orders.UNION;
import static org.aidledger.core.fixture.Orders.freeze;
import static org.aidledger.core.fixture.Orders.sealed;
import static org.aidledger.core.fixture.Orders.unfreeze;
import static org.aidledger.core.fixture.People.FINANCE;
import static org.aidledger.core.fixture.People.FINANCE2;

import java.util.Map;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.FreezeFund;
import org.aidledger.core.fund.command.PublishFund;
import org.aidledger.core.fund.command.UnpublishFund;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundChangeProposed;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.FundPublished;
import org.aidledger.core.fund.event.FundUnfrozen;
import org.aidledger.core.fund.event.FundUnpublished;
import org.aidledger.core.period.PeriodCalendar;
import org.aidledger.core.period.PeriodCalendars;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.stream.Streams;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A fund's own decisions, from its events alone. Axon's fixture also checks that deciding changes
 * nothing that the events do not change.
 */
class FundAloneTest {

  private static final String ID = AID.toString();
  private static final FundOpened OPENED =
      new FundOpened(ID, UNION, "AID", "Name", "Purpose", "CNY", "OWN_INCOME", null);
  private static final FundFrozen FROZEN = new FundFrozen(ID, sealed("reason"));
  private static final FundChangeProposed PROPOSED =
      new FundChangeProposed(
          ID, "C1", "Medicine", 500L, false, sealed("reason"), FINANCE.toString());

  private final FixtureConfiguration<Fund> fund = new AggregateTestFixture<>(Fund.class);

  @BeforeEach
  void registerOrders() {
    Streams streams = new Streams(fund.getEventBus(), ids -> Map.of());
    PeriodCalendars calendars =
        new PeriodCalendars(
            EventSourcingRepository.builder(PeriodCalendar.class)
                .eventStore(fund.getEventStore())
                .build());
    fund.registerAnnotatedCommandHandler(
        new FundCommands(fund.getRepository(), streams, calendars));
  }

  @Test
  void anOpenFundFreezes() {
    fund.given(OPENED).when(freeze(AID)).expectEvents(FROZEN);
  }

  @Test
  void aFrozenFundDoesNotFreezeAgain() {
    fund.given(OPENED, FROZEN)
        .when(freeze(AID))
        .expectNoEvents()
        .expectException(Refused.class)
        .expectExceptionMessage("FUND_STATE {state=FROZEN}");
  }

  @Test
  void aFrozenFundUnfreezes() {
    fund.given(OPENED, FROZEN)
        .when(unfreeze(AID))
        .expectEvents(new FundUnfrozen(ID, sealed("reason")));
  }

  @Test
  void aFundIsPublishedOnceAndTakenBackOnce() {
    fund.given(OPENED)
        .when(new PublishFund(AID, FINANCE))
        .expectEvents(new FundPublished(ID, FINANCE.toString()));
    fund.given(OPENED, new FundPublished(ID, "x"))
        .when(new PublishFund(AID, FINANCE))
        .expectNoEvents()
        .expectSuccessfulHandlerExecution();
    fund.given(OPENED, new FundPublished(ID, "x"))
        .when(new UnpublishFund(AID, FINANCE))
        .expectEvents(new FundUnpublished(ID, FINANCE.toString()));
    fund.given(OPENED, new FundPublished(ID, "x"), new FundUnpublished(ID, "x"))
        .when(new UnpublishFund(AID, FINANCE))
        .expectNoEvents();
  }

  @Test
  void aSecondPersonPutsAChangeIntoForce() {
    fund.given(OPENED, PROPOSED)
        .when(new ConfirmFundChange(AID, "C1", FINANCE2))
        .expectEvents(new FundChangeConfirmed(ID, "C1", "Medicine", 500L, false));
  }

  @Test
  void theProposerDoesNot() {
    fund.given(OPENED, PROPOSED)
        .when(new ConfirmFundChange(AID, "C1", FINANCE))
        .expectNoEvents()
        .expectExceptionMessage("SELF_CONFIRMATION {}");
  }

  @Test
  void whatWasNeverOpenedCannotFreeze() {
    fund.givenNoPriorActivity()
        .when(new FreezeFund(AID, sealed("reason")))
        .expectException(AggregateNotFoundException.class);
  }
}
