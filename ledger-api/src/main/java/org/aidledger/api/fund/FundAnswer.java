package org.aidledger.api.fund;

import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.PendingChangeView;
import org.jspecify.annotations.Nullable;

/** A fund as clients see it. */
record FundAnswer(
    String fundId,
    String organisation,
    String code,
    String name,
    String purpose,
    String currency,
    String treatment,
    @Nullable String approvalThreshold,
    String state,
    @Nullable String successorFundId,
    @Nullable PendingChange pendingChange,
    BalanceView balance) {

  /** New terms that wait for a second person; what is absent stays. */
  record PendingChange(
      String changeId,
      @Nullable String purpose,
      @Nullable String approvalThreshold,
      boolean removeApprovalThreshold,
      String proposedBy) {}

  static FundAnswer of(FundView fund, long position) {
    return new FundAnswer(
        fund.fundId(),
        fund.organisation(),
        fund.code(),
        fund.name(),
        fund.purpose(),
        fund.currency(),
        fund.treatment(),
        decimal(fund.approvalThreshold(), fund.currency()),
        fund.state(),
        fund.successorFundId(),
        change(fund.pendingChange(), fund.currency()),
        BalanceView.of(fund.currency(), fund.figures(), position));
  }

  private static @Nullable PendingChange change(
      @Nullable PendingChangeView change, String currency) {
    return change == null
        ? null
        : new PendingChange(
            change.changeId(),
            change.purpose(),
            decimal(change.approvalThreshold(), currency),
            change.thresholdRemoved(),
            change.proposedBy());
  }

  /** The terms of a fund that was opened just now. */
  record Terms(
      String fundId,
      String organisation,
      String code,
      String name,
      String purpose,
      String currency,
      String treatment,
      @Nullable String approvalThreshold,
      String state,
      long position) {

    static Terms of(FundOpened fund, long position) {
      return new Terms(
          fund.fundId(),
          fund.organisation(),
          fund.code(),
          fund.name(),
          fund.purpose(),
          fund.currency(),
          fund.treatment(),
          decimal(fund.approvalThreshold(), fund.currency()),
          "OPEN",
          position);
    }
  }

  private static @Nullable String decimal(@Nullable Long minor, String currency) {
    return minor == null ? null : Money.of(minor, currency).toDecimal();
  }
}
