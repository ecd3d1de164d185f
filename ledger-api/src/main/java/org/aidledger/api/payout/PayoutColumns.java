package org.aidledger.api.payout;

import java.util.List;
import org.aidledger.api.export.Column;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.money.Money;
import org.aidledger.core.payout.PayoutState;

/** What stands in the files of payouts and of batches. */
final class PayoutColumns {

  private PayoutColumns() {}

  static List<Column<PayoutRows.Named>> ofPayouts(Texts texts) {
    return List.of(
        Column.text("export.fundCode", 16, PayoutRows.Named::fundCode),
        Column.text("export.reference", 24, row -> row.payout().reference()),
        Column.text("export.kind", 8, row -> texts.word("kind", row.payout().kind())),
        Column.text("export.payee", 20, PayoutRows.Named::payee),
        Column.text("export.accountLastFour", 14, row -> row.payout().accountLastFour()),
        Column.text("export.purpose", 32, PayoutRows.Named::purpose),
        Column.amount(
            "export.amount", row -> Money.of(row.payout().amount(), row.payout().currency())),
        Column.text("export.currency", 8, row -> row.payout().currency()),
        Column.text("export.state", 10, row -> texts.word("payoutState", row.payout().state())),
        Column.text("export.requestedBy", 14, PayoutRows.Named::requestedBy),
        Column.time("export.requestedAt", row -> row.payout().requestedAt()),
        Column.text("export.approvedBy", 20, PayoutRows.Named::approvedBy),
        Column.text("export.paidBy", 14, PayoutRows.Named::paidBy),
        Column.day("export.paidOn", row -> row.payout().paidOn()),
        Column.text("export.bankReference", 24, row -> row.payout().bankReference()),
        Column.day("export.returnedOn", row -> row.payout().returnedOn()),
        Column.text("export.id", 38, row -> row.payout().payoutId()));
  }

  static List<Column<PayoutRows.NamedBatch>> ofBatches(Texts texts) {
    return List.of(
        Column.text("export.fundCode", 16, PayoutRows.NamedBatch::fundCode),
        Column.text("export.reference", 24, row -> row.batch().reference()),
        Column.text("export.state", 10, row -> texts.word("payoutState", row.batch().state())),
        Column.whole("export.payoutCount", row -> row.batch().count()),
        Column.amount("export.amount", PayoutRows.NamedBatch::total),
        Column.text("export.currency", 8, row -> row.total().currency().getCurrencyCode()),
        Column.whole("export.paidCount", row -> count(row, PayoutState.PAID)),
        Column.whole("export.returnedCount", row -> count(row, PayoutState.RETURNED)),
        Column.text("export.requestedBy", 14, PayoutRows.NamedBatch::requestedBy),
        Column.time("export.requestedAt", row -> row.batch().requestedAt()),
        Column.text("export.approvedBy", 20, PayoutRows.NamedBatch::approvedBy),
        Column.text("export.id", 38, row -> row.batch().batchId()));
  }

  private static long count(PayoutRows.NamedBatch row, PayoutState state) {
    return row.batch().payoutsByState().getOrDefault(state.name(), 0L);
  }
}
