package org.aidledger.core.entry;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.core.entry.command.RecordExpense;
import org.aidledger.core.entry.command.RecordIncome;
import org.aidledger.core.entry.command.ReverseEntry;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.entry.command.TransferFunds;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.FundPair;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.Begun;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Carries out the orders for other entries. Each begins a stream whose id is its reference, so a
 * repetition collides with the first and the caller answers it by that first event.
 */
public final class EntryCommands {

  private final Repository<Fund> funds;
  private final Repository<Entry> entries;
  private final Streams streams;

  public EntryCommands(Repository<Fund> funds, Repository<Entry> entries, Streams streams) {
    this.funds = funds;
    this.entries = entries;
    this.streams = streams;
  }

  @CommandHandler
  Begun handle(SetOpeningBalance command) {
    Aggregate<Fund> fund = load(command.fundId());
    int takenBack = fund.invoke(Fund::openingsTakenBack);
    String id = EntryId.openingOf(command.fundId(), takenBack).toString();
    return streams.beginOnce(
        "Entry",
        id,
        () ->
            new OpeningBalanceSet(
                id,
                command.fundId().toString(),
                command.amount().minor(),
                command.amount().currency().getCurrencyCode(),
                command.effectiveOn(),
                command.evidence(),
                command.memo(),
                command.documentHash(),
                post(fund, Movement.OPENING, id, command.amount(), command.effectiveOn())));
  }

  @CommandHandler
  Begun handle(RecordIncome command) {
    Aggregate<Fund> fund = load(command.fundId());
    String id = entryId(fund, command.source(), command.reference());
    return streams.beginOnce(
        "Entry",
        id,
        () ->
            new IncomeRecorded(
                id,
                command.fundId().toString(),
                command.category().name(),
                command.source(),
                command.reference(),
                command.amount().minor(),
                command.amount().currency().getCurrencyCode(),
                command.effectiveOn(),
                command.memo(),
                command.documentHash(),
                post(fund, Movement.INCOME, id, command.amount(), command.effectiveOn())));
  }

  @CommandHandler
  Begun handle(RecordExpense command) {
    Aggregate<Fund> fund = load(command.fundId());
    String id = entryId(fund, command.source(), command.reference());
    return streams.beginOnce(
        "Entry",
        id,
        () ->
            new ExpenseRecorded(
                id,
                command.fundId().toString(),
                command.category().name(),
                command.source(),
                command.reference(),
                command.amount().minor(),
                command.amount().currency().getCurrencyCode(),
                command.effectiveOn(),
                command.memo(),
                command.documentHash(),
                post(fund, Movement.EXPENSE, id, command.amount(), command.effectiveOn())));
  }

  @CommandHandler
  Begun handle(TransferFunds command) {
    FundPair pair = FundPair.load(funds, command.from(), command.to());
    TransferId id = TransferId.of(pair.from().invoke(Fund::organisation), command.reference());
    FundTransfer transfer =
        new FundTransfer(
            id, command.reference(), command.amount(), command.effectiveOn(), command.reason());
    return streams.beginOnce("Transfer", id.toString(), () -> transfer.post(pair));
  }

  @CommandHandler
  void handle(ReverseEntry command) {
    Aggregate<Entry> entry = entries.load(command.entryId().toString());
    if (entry.invoke(e -> e.isReversedBy(command))) {
      return;
    }
    entry.execute(e -> e.requireReversible(command));
    Movement movement = entry.invoke(Entry::movement);
    long amount = entry.invoke(Entry::amount);
    Aggregate<Fund> fund = funds.load(entry.invoke(Entry::fundId));
    List<String> ids = List.of(command.entryId().toString());
    long number = fund.invoke(f -> f.post(movement, ids, -amount, command.effectiveOn()));
    entry.execute(e -> e.reverse(command, number));
  }

  private Aggregate<Fund> load(FundId fundId) {
    return funds.load(fundId.toString());
  }

  private static String entryId(Aggregate<Fund> fund, String source, String reference) {
    return EntryId.of(fund.invoke(Fund::organisation), source, reference).toString();
  }

  private static long post(
      Aggregate<Fund> fund, Movement movement, String id, Money amount, LocalDate effectiveOn) {
    fund.execute(f -> f.requireCurrency(amount));
    return fund.invoke(f -> f.post(movement, List.of(id), amount.minor(), effectiveOn));
  }
}
