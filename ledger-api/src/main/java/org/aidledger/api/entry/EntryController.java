package org.aidledger.api.entry;

import java.util.Currency;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.entry.command.RecordExpense;
import org.aidledger.core.entry.command.RecordIncome;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.entry.command.TransferFunds;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.subject.SealedText;
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

  private static final int REFERENCE_LENGTH = 128;

  private final EntryDesk desk;
  private final Ledger ledger;
  private final FundDirectory funds;
  private final People people;

  EntryController(EntryDesk desk, Ledger ledger, FundDirectory funds, People people) {
    this.desk = desk;
    this.ledger = ledger;
    this.funds = funds;
    this.people = people;
  }

  @PostMapping("/funds/{fundId}/opening-balance")
  ResponseEntity<EntryAnswer> opening(
      @PathVariable FundId fundId, @JsonBody(Opening.class) Shape body, Actor actor) {
    Currency currency = funds.currencyOf(fundId);
    SetOpeningBalance order =
        body.read(
            b ->
                new SetOpeningBalance(
                    fundId,
                    amount(b, currency),
                    b.day("effectiveOn"),
                    b.text("evidence", Shape.LONG_TEXT),
                    memo(b),
                    b.optionalSha256("documentHash")));
    return desk.answer(order, ledger.execute(order, actor.accountId()), actor);
  }

  @PostMapping("/funds/{fundId}/income")
  ResponseEntity<EntryAnswer> income(
      @PathVariable FundId fundId, @JsonBody(Income.class) Shape body, Actor actor) {
    Currency currency = funds.currencyOf(fundId);
    RecordIncome order =
        body.read(
            b -> {
              IncomeCategory category = b.choice("category", IncomeCategory.class);
              return new RecordIncome(
                  fundId,
                  category,
                  source(b, category.name()),
                  b.text("reference", REFERENCE_LENGTH),
                  amount(b, currency),
                  b.day("effectiveOn"),
                  memo(b),
                  b.optionalSha256("documentHash"));
            });
    return desk.answer(order, ledger.execute(order, actor.accountId()), actor);
  }

  @PostMapping("/funds/{fundId}/expense")
  ResponseEntity<EntryAnswer> expense(
      @PathVariable FundId fundId, @JsonBody(Expense.class) Shape body, Actor actor) {
    Currency currency = funds.currencyOf(fundId);
    RecordExpense order =
        body.read(
            b -> {
              ExpenseCategory category = b.choice("category", ExpenseCategory.class);
              return new RecordExpense(
                  fundId,
                  category,
                  source(b, category.name()),
                  b.text("reference", REFERENCE_LENGTH),
                  amount(b, currency),
                  b.day("effectiveOn"),
                  memo(b),
                  b.optionalSha256("documentHash"));
            });
    return desk.answer(order, ledger.execute(order, actor.accountId()), actor);
  }

  @PostMapping("/transfers")
  ResponseEntity<EntryAnswer> transfer(@JsonBody(Transfer.class) Shape body, Actor actor) {
    TransferFunds order =
        body.read(
            b -> {
              FundId from = new FundId(b.id("fromFundId"));
              return new TransferFunds(
                  from,
                  new FundId(b.id("toFundId")),
                  b.text("reference", REFERENCE_LENGTH),
                  amount(b, funds.currencyOf(from)),
                  b.day("effectiveOn"),
                  people.text(null, b.text("reason", Shape.LONG_TEXT)));
            });
    return desk.answer(order, ledger.execute(order, actor.accountId()), actor);
  }

  private static Money amount(Shape body, Currency fundCurrency) {
    return body.amount(
        "amount", Objects.requireNonNullElse(body.optionalCurrency("currency"), fundCurrency));
  }

  private static String source(Shape body, String usual) {
    return Objects.requireNonNullElse(body.optionalText("source", REFERENCE_LENGTH), usual);
  }

  private @Nullable SealedText memo(Shape body) {
    String memo = body.optionalText("memo", Shape.LONG_TEXT);
    return memo == null ? null : people.text(null, memo);
  }

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
