package org.aidledger.projections.writing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.aidledger.core.account.event.AccountEvent;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.finding.event.FindingEvent;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.period.event.PeriodEvent;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;
import org.aidledger.projections.Figures;
import org.aidledger.projections.ReadSchema;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.fund.LatestBalances;
import org.aidledger.projections.table.AccountTable;
import org.aidledger.projections.table.DataAccessTable;
import org.aidledger.projections.table.DocumentTable;
import org.aidledger.projections.table.DonationTable;
import org.aidledger.projections.table.FindingStepTable;
import org.aidledger.projections.table.FindingTable;
import org.aidledger.projections.table.FundTable;
import org.aidledger.projections.table.KeyDestructionTable;
import org.aidledger.projections.table.PayoutBatchTable;
import org.aidledger.projections.table.PayoutTable;
import org.aidledger.projections.table.PeriodStepTable;
import org.aidledger.projections.table.RefusalTable;
import org.aidledger.projections.table.Row;
import org.aidledger.projections.table.TokenTable;
import org.aidledger.projections.table.TrailTable;

/** All that one batch of events changes, gathered in memory and written table by table. */
final class Batch {

  final RowSet<UUID> funds = new RowSet<>(FundTable.TABLE, FundTable.FUND_ID);
  final RowSet<UUID> donations = new RowSet<>(DonationTable.TABLE, DonationTable.DONATION_ID);
  final RowSet<UUID> payouts = new RowSet<>(PayoutTable.TABLE, PayoutTable.PAYOUT_ID);
  final RowSet<UUID> payoutBatches =
      new RowSet<>(PayoutBatchTable.TABLE, PayoutBatchTable.BATCH_ID);
  final RowSet<UUID> accounts = new RowSet<>(AccountTable.TABLE, AccountTable.ACCOUNT_ID);
  final RowSet<String> tokens = new RowSet<>(TokenTable.TABLE, TokenTable.TOKEN_ID);
  final RowSet<UUID> keyDestructions =
      new RowSet<>(KeyDestructionTable.TABLE, KeyDestructionTable.SUBJECT_ID);
  final RowSet<UUID> findings = new RowSet<>(FindingTable.TABLE, FindingTable.FINDING_ID);
  final DayTotals dayTotals = new DayTotals();
  final List<Row> trail = new ArrayList<>();
  final List<Row> refusals = new ArrayList<>();
  final List<Row> dataAccesses = new ArrayList<>();
  final List<Row> documents = new ArrayList<>();
  final List<Row> findingSteps = new ArrayList<>();
  final List<Row> periodSteps = new ArrayList<>();

  private final Journal journal = new Journal(this);
  private final FundWriter fundWriter = new FundWriter(this, journal);
  private final PeriodWriter periodWriter = new PeriodWriter(this);
  private final DonationWriter donationWriter = new DonationWriter(this, journal);
  private final EntryWriter entryWriter = new EntryWriter(journal);
  private final PayoutWriter payoutWriter = new PayoutWriter(this, journal);
  private final PayoutBatchWriter payoutBatchWriter = new PayoutBatchWriter(this, journal);
  private final AccountWriter accountWriter = new AccountWriter(this);
  private final DocumentWriter documentWriter = new DocumentWriter(this, journal);
  private final FindingWriter findingWriter = new FindingWriter(this, journal);
  private final AuditWriter auditWriter = new AuditWriter(this);

  /** Reads, in one query a table, every row that the events build upon. */
  void load(Connection connection, ReadSchema schema, List<RecordedEvent> events)
      throws SQLException {
    new Touched(this).collect(events);
    payouts.load(connection, schema);
    for (Row payout : payouts.loaded()) {
      UUID donation = payout.get(PayoutTable.DONATION_ID);
      if (donation != null) {
        donations.want(donation);
      }
    }
    donations.load(connection, schema);
    for (Row donation : donations.loaded()) {
      funds.want(donation.need(DonationTable.FUND_ID));
    }
    funds.load(connection, schema);
    payoutBatches.load(connection, schema);
    accounts.load(connection, schema);
    tokens.load(connection, schema);
    keyDestructions.load(connection, schema);
    findings.load(connection, schema);
  }

  /**
   * Applies one event in memory.
   *
   * @throws IllegalArgumentException if no read model knows what the event means; passing over it
   *     could lose money from the balances
   */
  void apply(RecordedEvent event) {
    switch (event.payload()) {
      case DonationEvent fact -> donationWriter.apply(event, fact);
      case FundEvent fact -> fundWriter.apply(event, fact);
      case PeriodEvent fact -> periodWriter.apply(event, fact);
      case EntryEvent fact -> entryWriter.apply(event, fact);
      case EntryReversed fact -> entryWriter.apply(event, fact);
      case FundsTransferred fact -> entryWriter.apply(event, fact);
      case PayoutEvent fact -> payoutWriter.apply(event, fact);
      case PayoutBatchEvent fact -> payoutBatchWriter.apply(event, fact);
      case DocumentAttached fact -> documentWriter.apply(event, fact);
      case FindingEvent fact -> findingWriter.apply(event, fact);
      case AccountEvent fact -> accountWriter.apply(event, fact);
      case CommandRefused fact -> auditWriter.apply(event, fact);
      case PersonalDataRead fact -> auditWriter.apply(event, fact);
      case KeyDestructionRequested fact -> auditWriter.apply(event, fact);
      case KeyDestroyed fact -> auditWriter.apply(event, fact);
      case Object unknown ->
          throw new IllegalArgumentException(
              "no read model for " + unknown.getClass().getName() + " at " + event.position());
    }
  }

  /** What the funds have whose rows were written. */
  Map<UUID, LatestBalances.Latest> balances() {
    Map<UUID, LatestBalances.Latest> balances = new HashMap<>();
    funds.written().forEach(fund -> balances.put(fund.need(FundTable.FUND_ID), latest(fund)));
    return balances;
  }

  private static LatestBalances.Latest latest(Row fund) {
    long[] figures = FundTable.FIGURES.stream().mapToLong(fund::need).toArray();
    return new LatestBalances.Latest(fund.need(FundTable.CURRENCY), Figures.of(figures));
  }

  void save(Connection connection, ReadSchema schema) throws SQLException {
    TrailTable.TABLE.insert(connection, schema, trail);
    dayTotals.save(connection, schema);
    funds.save(connection, schema);
    donations.save(connection, schema);
    payouts.save(connection, schema);
    payoutBatches.save(connection, schema);
    accounts.save(connection, schema);
    tokens.save(connection, schema);
    keyDestructions.save(connection, schema);
    findings.save(connection, schema);
    FindingStepTable.TABLE.insert(connection, schema, findingSteps);
    DocumentTable.TABLE.insert(connection, schema, documents);
    PeriodStepTable.TABLE.insert(connection, schema, periodSteps);
    RefusalTable.TABLE.insert(connection, schema, refusals);
    DataAccessTable.TABLE.insert(connection, schema, dataAccesses);
  }
}
