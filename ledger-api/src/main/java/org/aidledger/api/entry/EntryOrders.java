package org.aidledger.api.entry;

import java.util.Currency;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.entry.command.RecordExpense;
import org.aidledger.core.entry.command.RecordIncome;
import org.aidledger.core.entry.command.ReverseEntry;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.entry.command.TransferFunds;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.RecordedReferences;
import org.aidledger.core.subject.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the orders for entries that are neither donations nor payouts. */
@Component
public final class EntryOrders {

  private static final int REFERENCE_LENGTH = 128;

  private final EntryDesk desk;
  private final Ledger ledger;
  private final FundDirectory funds;
  private final People people;
  private final RecordedReferences recorded;

  EntryOrders(
      EntryDesk desk,
      Ledger ledger,
      FundDirectory funds,
      People people,
      RecordedReferences recorded) {
    this.recorded = recorded;
    this.desk = desk;
    this.ledger = ledger;
    this.funds = funds;
    this.people = people;
  }

  public EntryAnswer opening(FundId fundId, Shape body, Actor actor) {
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

  public EntryAnswer income(FundId fundId, Shape body, Actor actor) {
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

  public EntryAnswer expense(FundId fundId, Shape body, Actor actor) {
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

  public EntryAnswer transfer(Shape body, Actor actor) {
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

  /** Takes an opening balance, income or expense out of the book; no money moves. */
  public Executed<?> reverse(EntryId entryId, Shape body, Actor actor) {
    EntryEvent first =
        recorded
            .first(entryId.toString(), EntryEvent.class)
            .orElseThrow(() -> ApiProblem.notFound("entry"));
    ReverseEntry order =
        body.read(
            b ->
                new ReverseEntry(
                    entryId,
                    Objects.requireNonNullElse(b.optionalDay("effectiveOn"), first.effectiveOn()),
                    people.text(null, b.text("reason", Shape.LONG_TEXT)),
                    actor.accountId()));
    return ledger.execute(order, actor.accountId());
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
}
