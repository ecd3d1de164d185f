package org.aidledger.api.fund;

import java.util.Map;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.dispatch.RefusalLog;
import org.aidledger.api.dispatch.RefusedOrder;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.account.Role;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders about funds. */
@RestController
@RequestMapping("/api/v1/funds")
class FundController {

  private final Ledger ledger;
  private final People people;
  private final FundDirectory funds;
  private final RefusalLog refusals;
  private final BusinessCalendar calendar;
  private final LedgerProperties properties;

  FundController(
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

  @PostMapping
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  ResponseEntity<FundAnswer.Terms> open(@JsonBody(OpenFundForm.class) Shape body, Actor actor) {
    OpenFund order = body.read(b -> FundTerms.read(b, properties));
    Executed<Begun> executed = ledger.execute(order, actor.accountId());
    FundOpened opened = (FundOpened) executed.result().event();
    return switch (executed.result()) {
      case Begun.New _ ->
          Positioned.created(
              "/api/v1/funds/" + order.fundId(),
              FundAnswer.Terms.of(opened, executed.position()),
              executed.position());
      case Begun.Known known when FundTerms.same(order, opened) ->
          Positioned.ok(FundAnswer.Terms.of(opened, known.first().position()), executed.position());
      case Begun.Known _ -> throw taken(order, actor);
    };
  }

  private Refused taken(OpenFund order, Actor actor) {
    Refused refused = new Refused(RuleCode.FUND_CODE_TAKEN, Map.of("code", order.code()));
    refusals.keep(RefusedOrder.of(order, refused), actor.accountId());
    return refused;
  }

  @PostMapping("/{fundId}/freeze")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<FundStateAnswer> freeze(
      @PathVariable FundId fundId, @JsonBody(Reason.class) Shape body, Actor actor) {
    SealedText reason = reason(body);
    return state(
        fundId, "FROZEN", ledger.execute(new FreezeFund(fundId, reason), actor.accountId()));
  }

  @PostMapping("/{fundId}/unfreeze")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<FundStateAnswer> unfreeze(
      @PathVariable FundId fundId, @JsonBody(Reason.class) Shape body, Actor actor) {
    SealedText reason = reason(body);
    return state(
        fundId, "OPEN", ledger.execute(new UnfreezeFund(fundId, reason), actor.accountId()));
  }

  @PostMapping("/{fundId}/closure")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<FundStateAnswer> close(
      @PathVariable FundId fundId, @JsonBody(Closure.class) Shape body, Actor actor) {
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
    return state(fundId, "CLOSED", ledger.execute(order, actor.accountId()));
  }

  @PostMapping("/{fundId}/changes")
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  ResponseEntity<ChangeAnswer> propose(
      @PathVariable FundId fundId, @JsonBody(Change.class) Shape body, Actor actor) {
    FundOpened fund = funds.opened(fundId);
    String changeId = UUID.randomUUID().toString();
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
    Executed<?> executed = ledger.execute(order, actor.accountId());
    return Positioned.created(
        "/api/v1/funds/" + fundId + "/changes/" + changeId,
        new ChangeAnswer(changeId, "PENDING", executed.position()),
        executed.position());
  }

  @PostMapping("/{fundId}/changes/{changeId}/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.ADMIN})
  ResponseEntity<ChangeAnswer> confirm(
      @PathVariable FundId fundId, @PathVariable UUID changeId, Actor actor) {
    Executed<?> executed =
        ledger.execute(
            new ConfirmFundChange(fundId, changeId.toString(), actor.accountId()),
            actor.accountId());
    return Positioned.ok(
        new ChangeAnswer(changeId.toString(), "CONFIRMED", executed.position()),
        executed.position());
  }

  private SealedText reason(Shape body) {
    return body.read(b -> people.text(null, b.text("reason", Shape.LONG_TEXT)));
  }

  private static ResponseEntity<FundStateAnswer> state(
      FundId fundId, String state, Executed<?> executed) {
    return Positioned.ok(
        new FundStateAnswer(fundId.toString(), state, executed.position()), executed.position());
  }

  /** The body of an order that needs nothing but a reason. */
  record Reason(String reason) {}

  /** The body of an order to close a fund. */
  record Closure(String reason, @Nullable String successorFundId) {}

  /** The body of a proposal of other terms. */
  record Change(
      String reason,
      @Nullable String purpose,
      @Nullable String approvalThreshold,
      @Nullable Boolean removeApprovalThreshold) {}

  /** Where a proposal stands. */
  record ChangeAnswer(String changeId, String state, long position) {}
}
