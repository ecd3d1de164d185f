package org.aidledger.api.fund;

import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
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

  private final FundOrders orders;

  FundController(FundOrders orders) {
    this.orders = orders;
  }

  @PostMapping
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  ResponseEntity<FundAnswer.Terms> open(@JsonBody(OpenFundForm.class) Shape body, Actor actor) {
    FundOrders.Opened opened = orders.open(body, actor);
    FundAnswer.Terms terms = FundAnswer.Terms.of(opened.fund(), opened.position());
    return opened.now()
        ? Positioned.created("/api/v1/funds/" + terms.fundId(), terms, opened.position())
        : Positioned.ok(terms, opened.position());
  }

  @PostMapping("/{fundId}/freeze")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<FundStateAnswer> freeze(
      @PathVariable FundId fundId, @JsonBody(Reason.class) Shape body, Actor actor) {
    return state(fundId, "FROZEN", orders.freeze(fundId, body, actor));
  }

  @PostMapping("/{fundId}/unfreeze")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<FundStateAnswer> unfreeze(
      @PathVariable FundId fundId, @JsonBody(Reason.class) Shape body, Actor actor) {
    return state(fundId, "OPEN", orders.unfreeze(fundId, body, actor));
  }

  @PostMapping("/{fundId}/closure")
  @RequiresRole(Role.FINANCE)
  ResponseEntity<FundStateAnswer> close(
      @PathVariable FundId fundId, @JsonBody(Closure.class) Shape body, Actor actor) {
    return state(fundId, "CLOSED", orders.close(fundId, body, actor));
  }

  @PostMapping("/{fundId}/changes")
  @RequiresRole({Role.FINANCE, Role.ADMIN})
  ResponseEntity<ChangeAnswer> propose(
      @PathVariable FundId fundId, @JsonBody(Change.class) Shape body, Actor actor) {
    String changeId = UUID.randomUUID().toString();
    Executed<?> executed = orders.propose(fundId, changeId, body, actor);
    return Positioned.created(
        "/api/v1/funds/" + fundId + "/changes/" + changeId,
        new ChangeAnswer(changeId, "PENDING", executed.position()),
        executed.position());
  }

  @PostMapping("/{fundId}/changes/{changeId}/confirmation")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.ADMIN})
  ResponseEntity<ChangeAnswer> confirm(
      @PathVariable FundId fundId, @PathVariable UUID changeId, Actor actor) {
    Executed<?> executed = orders.confirm(fundId, changeId, actor);
    return Positioned.ok(
        new ChangeAnswer(changeId.toString(), "CONFIRMED", executed.position()),
        executed.position());
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
