package org.aidledger.api.fund;

import java.util.Map;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.command.CloseFund;
import org.aidledger.core.fund.command.ConfirmFundChange;
import org.aidledger.core.fund.command.FreezeFund;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.fund.command.ProposeFundChange;
import org.aidledger.core.fund.command.UnfreezeFund;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.subject.SealedText;
import org.springframework.stereotype.Component;

/** Gives the orders about funds that people and programs send. */
@Component
public final class FundOrders {

  private final Ledger ledger;
  private final People people;
  private final FundDirectory funds;
  private final RefusalLog refusals;
  private final BusinessCalendar calendar;
  private final LedgerProperties properties;

  FundOrders(
      Ledger ledger,
      People people,
      FundDirectory funds,
      RefusalLog refusals,
      BusinessCalendar calendar,
      LedgerProperties properties) {
    this.ledger = ledger;
    this.people = people;
    this.funds = funds;
    this.refusals = refusals;
    this.calendar = calendar;
    this.properties = properties;
  }

  /**
   * A fund with the terms that were asked for.
   *
   * @param now whether it was opened by this order rather than by an earlier one
   */
  public record Opened(FundOpened fund, boolean now, long position) {}

  /**
   * Opens a fund, or finds it as the same order opened it before.
   *
   * @throws Refused if the code belongs to a fund of other terms
   */
  public Opened open(Shape body, Actor actor) {
    OpenFund order = body.read(b -> FundTerms.read(b, properties));
    Executed<Begun> executed = ledger.execute(order, actor.accountId());
    FundOpened fund = (FundOpened) executed.result().event();
    return switch (executed.result()) {
      case Begun.New _ -> new Opened(fund, true, executed.position());
      case Begun.Known known when FundTerms.same(order, fund) ->
          new Opened(fund, false, known.first().position());
      case Begun.Known _ -> throw taken(order, actor);
    };
  }

  private Refused taken(OpenFund order, Actor actor) {
    Refused refused = new Refused(RuleCode.FUND_CODE_TAKEN, Map.of("code", order.code()));
    refusals.keep(RefusedOrder.of(order, refused), actor.accountId());
    return refused;
  }

  public Executed<?> freeze(FundId fundId, Shape body, Actor actor) {
    return ledger.execute(new FreezeFund(fundId, reason(body)), actor.accountId());
  }

  public Executed<?> unfreeze(FundId fundId, Shape body, Actor actor) {
    return ledger.execute(new UnfreezeFund(fundId, reason(body)), actor.accountId());
  }

  /** Closes a fund for good; what is left goes to the successor, if one is named. */
  public Executed<?> close(FundId fundId, Shape body, Actor actor) {
    CloseFund order =
        body.read(
            b -> {
              UUID successor = b.optionalId("successorFundId");
              return new CloseFund(
                  fundId,
                  successor == null ? null : new FundId(successor),
                  people.text(null, b.text("reason", Shape.LONG_TEXT)),
                  calendar.today());
            });
    return ledger.execute(order, actor.accountId());
  }

  /** Proposes other terms, which wait for a second person. */
  public Executed<?> propose(FundId fundId, String changeId, Shape body, Actor actor) {
    FundOpened fund = funds.opened(fundId);
    ProposeFundChange order =
        body.read(
            b -> {
              Money threshold = b.optionalAmount("approvalThreshold", funds.currencyOf(fundId));
              return new ProposeFundChange(
                  FundId.of(fund.fundId()),
                  changeId,
                  b.optionalText("purpose", Shape.LONG_TEXT),
                  threshold,
                  b.flag("removeApprovalThreshold", false),
                  people.text(null, b.text("reason", Shape.LONG_TEXT)),
                  actor.accountId());
            });
    return ledger.execute(order, actor.accountId());
  }

  /** The second person's consent. */
  public Executed<?> confirm(FundId fundId, UUID changeId, Actor actor) {
    return ledger.execute(
        new ConfirmFundChange(fundId, changeId.toString(), actor.accountId()), actor.accountId());
  }

  private SealedText reason(Shape body) {
    return body.read(b -> people.text(null, b.text("reason", Shape.LONG_TEXT)));
  }
}
