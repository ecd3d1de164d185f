package org.aidledger.core.contract;

import static org.aidledger.core.contract.Samples.*;

import java.util.List;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.ExpenseRecorded;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.entry.event.IncomeRecorded;
import org.aidledger.core.entry.event.OpeningBalanceSet;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.event.DonationsPosted;
import org.aidledger.core.fund.event.EntriesPosted;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundChangeProposed;
import org.aidledger.core.fund.event.FundClosed;
import org.aidledger.core.fund.event.FundFrozen;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.fund.event.FundPublished;
import org.aidledger.core.fund.event.FundUnfrozen;
import org.aidledger.core.fund.event.FundUnpublished;

/** Events of funds and of the entries that are neither donations nor payouts. */
final class FundSamples {

  private static final String ENTRY = "2b3c4d5e-6f70-8182-93a4-b5c6d7e8f90a";
  private static final String TRANSFER = "3c4d5e6f-7081-8293-a4b5-c6d7e8f90a1b";

  private FundSamples() {}

  static List<Object> all() {
    return List.of(
        new FundOpened(
            FUND, "某市总工会", "JQZX-2026", "金秋助学", "资助困难职工子女上学", "CNY", "OWN_INCOME", 5_000_000L),
        new FundFrozen(FUND, sealed()),
        new FundUnfrozen(FUND, sealed()),
        new FundClosed(FUND, sealed(), OTHER_FUND),
        new FundChangeProposed(FUND, "change-1", "资助困难职工", 8_000_000L, false, sealed(), FINANCE),
        new FundChangeConfirmed(FUND, "change-1", "资助困难职工", 8_000_000L, false),
        new FundPublished(FUND, FINANCE),
        new FundUnpublished(FUND, FINANCE),
        new DonationsPosted(FUND, 17, 2, 125_050, DIGEST),
        new EntriesPosted(FUND, Movement.RESERVATION, 19, 76, 22_800_000, DIGEST),
        new OpeningBalanceSet(ENTRY, FUND, 10_000_000, "CNY", DAY, "2025年度账簿", sealed(), DIGEST, 1),
        new IncomeRecorded(
            ENTRY,
            FUND,
            "BANK_INTEREST",
            "ICBC-6222",
            "20260506-0042",
            321,
            "CNY",
            DAY,
            sealed(),
            DIGEST,
            95),
        new ExpenseRecorded(
            ENTRY,
            FUND,
            "BANK_FEE",
            "ICBC-6222",
            "20260506-0043",
            500,
            "CNY",
            DAY,
            sealed(),
            DIGEST,
            96),
        new EntryReversed(ENTRY, FUND, Movement.EXPENSE, 98, 500, DAY, sealed()),
        new FundsTransferred(
            TRANSFER, FUND, OTHER_FUND, "调-2026-01", 100_000, "CNY", DAY, sealed(), 97, 4));
  }
}
