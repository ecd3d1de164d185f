package org.aidledger.api.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.core.subject.command.NoteReadings;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutBatchView;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The payment file of a batch: what the cashier gives to the bank. It holds full account numbers,
 * so that each reading is on record before a line of it leaves.
 */
@Component
final class BankFile {

  private final Ledger ledger;
  private final People people;
  private final PayoutBatchQueries batches;
  private final PayoutQueries payouts;

  BankFile(Ledger ledger, People people, PayoutBatchQueries batches, PayoutQueries payouts) {
    this.ledger = ledger;
    this.people = people;
    this.batches = batches;
    this.payouts = payouts;
  }

  /**
   * One payment to make.
   *
   * @param number from 1
   * @param bankAccount absent for who is paid in cash, and once the person's key is destroyed
   */
  record Line(
      int number,
      String payoutId,
      @Nullable String name,
      @Nullable String bankAccount,
      @Nullable String bankName,
      Money amount,
      @Nullable String purpose) {

    /** Keeps personal data out of messages and logs. */
    @Override
    public String toString() {
      return "payment " + number;
    }
  }

  /** The file, and the position at which its readings are on record. */
  record Prepared(ExportList<Line> list, long position) {}

  /**
   * What is approved and not yet paid, in the order of the roster.
   *
   * @param withReturned whether those that came back are to be paid again
   * @throws ApiProblem if the batch is unknown, or nothing in it is to be paid
   */
  Prepared of(PayoutBatchId batchId, boolean withReturned, AccountId actor) {
    PayoutBatchView batch =
        batches.one(batchId.toString()).orElseThrow(() -> ApiProblem.notFound("payoutBatch"));
    List<String> states = withReturned ? List.of("APPROVED", "RETURNED") : List.of("APPROVED");
    List<PayoutView> due = new ArrayList<>();
    Rows.<PayoutView>paged(
            after ->
                payouts.list(
                    new PayoutFilter(null, batch.batchId(), states),
                    Order.OLDEST_FIRST,
                    after,
                    Page.MAX))
        .forEach(due::add);
    if (due.isEmpty()) {
      throw new ApiProblem(ApiCode.NOTHING_TO_PAY);
    }
    long position = note(due, actor);
    return new Prepared(list(batch, due), position);
  }

  private ExportList<Line> list(PayoutBatchView batch, List<PayoutView> due) {
    return new ExportList<>(
        "payments-" + batch.batchId(),
        "付款文件",
        List.of(
            Column.whole("bankFile.number", Line::number),
            Column.text("bankFile.payout", 38, Line::payoutId),
            Column.text("bankFile.payee", 14, Line::name),
            Column.text("bankFile.account", 24, Line::bankAccount),
            Column.text("bankFile.bank", 26, Line::bankName),
            Column.amount("bankFile.amount", Line::amount),
            Column.text("bankFile.purpose", 30, Line::purpose)),
        Rows.of(lines(due)));
  }

  private long note(List<PayoutView> due, AccountId actor) {
    List<NoteReading> readings =
        due.stream()
            .map(
                payout ->
                    new NoteReading(
                        UUID.randomUUID().toString(),
                        SubjectId.of(payout.payee().subjectId()),
                        People.BANK_ACCOUNT,
                        payout.payoutId()))
            .toList();
    Executed<?> noted =
        ledger.execute(new NoteReadings(UUID.randomUUID().toString(), readings), actor);
    return noted.position();
  }

  private List<Line> lines(List<PayoutView> due) {
    List<Optional<Map<String, String>>> payees =
        people.openPersons(due.stream().map(PayoutView::payee).toList());
    List<Line> lines = new ArrayList<>(due.size());
    for (int i = 0; i < due.size(); i++) {
      PayoutView payout = due.get(i);
      Map<String, String> payee = payees.get(i).orElse(Map.of());
      lines.add(
          new Line(
              i + 1,
              payout.payoutId(),
              payee.get(People.NAME),
              payee.get(People.BANK_ACCOUNT),
              payee.get(People.BANK_NAME),
              Money.of(payout.amount(), payout.currency()),
              people.openText(payout.purpose()).orElse(null)));
    }
    return lines;
  }
}
