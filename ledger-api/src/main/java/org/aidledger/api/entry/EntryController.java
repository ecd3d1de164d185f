package org.aidledger.api.entry;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.fund.FundId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Entries that are neither donations nor payouts. */
@RestController
@RequestMapping("/api/v1")
@RequiresRole(Role.FINANCE)
class EntryController {

  private final EntryOrders orders;

  EntryController(EntryOrders orders) {
    this.orders = orders;
  }

  @PostMapping("/funds/{fundId}/opening-balance")
  ResponseEntity<EntryAnswer> opening(
      @PathVariable FundId fundId, @JsonBody(Opening.class) Shape body, Actor actor) {
    return answer(orders.opening(fundId, body, actor));
  }

  @PostMapping("/funds/{fundId}/income")
  ResponseEntity<EntryAnswer> income(
      @PathVariable FundId fundId, @JsonBody(Income.class) Shape body, Actor actor) {
    return answer(orders.income(fundId, body, actor));
  }

  @PostMapping("/funds/{fundId}/expense")
  ResponseEntity<EntryAnswer> expense(
      @PathVariable FundId fundId, @JsonBody(Expense.class) Shape body, Actor actor) {
    return answer(orders.expense(fundId, body, actor));
  }

  @PostMapping("/transfers")
  ResponseEntity<EntryAnswer> transfer(@JsonBody(Transfer.class) Shape body, Actor actor) {
    return answer(orders.transfer(body, actor));
  }

  /** Takes an opening balance, income or expense out of the book; no money moves. */
  @PostMapping("/entries/{entryId}/reversal")
  @RequiresRole({Role.FINANCE, Role.APPROVER})
  ResponseEntity<ReversalAnswer> reverse(
      @PathVariable EntryId entryId, @JsonBody(Reversal.class) Shape body, Actor actor) {
    Executed<?> executed = orders.reverse(entryId, body, actor);
    return Positioned.ok(
        new ReversalAnswer(entryId.toString(), "REVERSED", executed.position()),
        executed.position());
  }

  private static ResponseEntity<EntryAnswer> answer(EntryAnswer entry) {
    return entry.isNew()
        ? Positioned.created("/api/v1/entries/" + entry.entryId(), entry, entry.position())
        : Positioned.ok(entry, entry.position());
  }

  /** The body of a reversal; without a day it takes effect on the entry's own. */
  record Reversal(String reason, @Nullable String effectiveOn) {}

  /** Where an entry stands after its reversal. */
  record ReversalAnswer(String entryId, String status, long position) {}

  /** The body of an opening balance. */
  record Opening(
      String amount,
      @Nullable String currency,
      String effectiveOn,
      String evidence,
      @Nullable String memo,
      @Nullable String documentHash) {}

  /** The body of other income. */
  record Income(
      IncomeCategory category,
      @Nullable String source,
      String reference,
      String amount,
      @Nullable String currency,
      String effectiveOn,
      @Nullable String memo,
      @Nullable String documentHash) {}

  /** The body of other expense. */
  record Expense(
      ExpenseCategory category,
      @Nullable String source,
      String reference,
      String amount,
      @Nullable String currency,
      String effectiveOn,
      @Nullable String memo,
      @Nullable String documentHash) {}

  /** The body of a transfer between two funds. */
  record Transfer(
      String fromFundId,
      String toFundId,
      String reference,
      String amount,
      @Nullable String currency,
      String effectiveOn,
      String reason) {}
}
