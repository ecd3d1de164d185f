package org.aidledger.core.fund;

import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.FreezeFund;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.fund.command.PublishFund;
import org.aidledger.core.fund.command.UnfreezeFund;
import org.aidledger.core.fund.command.UnpublishFund;
import org.aidledger.core.period.PeriodCalendars;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Carries out the orders that change a fund's terms or state. */
public final class FundCommands {

  private final Repository<Fund> funds;
  private final Streams streams;
  private final PeriodCalendars calendars;

  public FundCommands(Repository<Fund> funds, Streams streams, PeriodCalendars calendars) {
    this.funds = funds;
    this.streams = streams;
    this.calendars = calendars;
  }

  @CommandHandler
  Begun handle(OpenFund command) {
    String id = command.fundId().toString();
    Begun begun = streams.beginOnce("Fund", id, () -> Fund.opened(command));
    if (begun instanceof Begun.New) {
      calendars
          .find(command.organisation())
          .flatMap(calendar -> calendar.invoke(c -> c.list(id)))
          .ifPresent(last -> streams.follow("Fund", id, 1, Fund.lockedFrom(id, last)));
    }
    return begun;
  }

  @CommandHandler
  void handle(FreezeFund command) {
    load(command.fundId()).execute(fund -> fund.freeze(command.reason()));
  }

  @CommandHandler
  void handle(UnfreezeFund command) {
    load(command.fundId()).execute(fund -> fund.unfreeze(command.reason()));
  }

  @CommandHandler
  void handle(ProposeFundChange command) {
    load(command.fundId()).execute(fund -> fund.propose(command));
  }

  @CommandHandler
  void handle(ConfirmFundChange command) {
    load(command.fundId()).execute(fund -> fund.confirm(command));
  }

  @CommandHandler
  void handle(PublishFund command) {
    load(command.fundId()).execute(fund -> fund.publish(command.actor()));
  }

  @CommandHandler
  void handle(UnpublishFund command) {
    load(command.fundId()).execute(fund -> fund.unpublish(command.actor()));
  }

  private Aggregate<Fund> load(FundId fundId) {
    return funds.load(fundId.toString());
  }
}
