package org.aidledger.api.entry;

import java.util.Objects;
import org.aidledger.core.entry.command.RecordExpense;
import org.aidledger.core.entry.command.RecordIncome;
import org.aidledger.core.entry.command.SetOpeningBalance;
import org.aidledger.core.entry.command.TransferFunds;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.money.Money;

/**
 * Whether an order repeats what was recorded before. Free texts are left out: sealed twice, the
 * same words differ, and a repetition is one of money.
 */
final class SameEntry {

  private SameEntry() {}

  static boolean of(Object order, Object first) {
    return switch (order) {
      case SetOpeningBalance o when first instanceof OpeningBalanceSet e ->
          same(o.amount(), e.amount(), e.currency())
              && o.effectiveOn().equals(e.effectiveOn())
              && o.evidence().equals(e.evidence())
              && Objects.equals(o.documentHash(), e.documentHash());
      case RecordIncome o when first instanceof IncomeRecorded e ->
          o.fundId().toString().equals(e.fundId())
              && o.category().name().equals(e.category())
              && same(o.amount(), e.amount(), e.currency())
              && o.effectiveOn().equals(e.effectiveOn())
              && Objects.equals(o.documentHash(), e.documentHash());
      case RecordExpense o when first instanceof ExpenseRecorded e ->
          o.fundId().toString().equals(e.fundId())
              && o.category().name().equals(e.category())
              && same(o.amount(), e.amount(), e.currency())
              && o.effectiveOn().equals(e.effectiveOn())
              && Objects.equals(o.documentHash(), e.documentHash());
      case TransferFunds o when first instanceof FundsTransferred e ->
          o.from().toString().equals(e.fromFundId())
              && o.to().toString().equals(e.toFundId())
              && same(o.amount(), e.amount(), e.currency())
              && o.effectiveOn().equals(e.effectiveOn());
      default -> false;
    };
  }

  private static boolean same(Money given, long amount, String currency) {
    return given.equals(Money.of(amount, currency));
  }
}
