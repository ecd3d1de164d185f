package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aidledger.api.LedgerApplication;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.donation.DonationAnswer;
import org.aidledger.api.donation.DonationDesk;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.writing.LedgerProcessor;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in this process, as {@code serve} starts it: its own embedded PostgreSQL
 * with fsync on, all read models, encryption, the web server on any free port.
 */
final class BenchLedger implements AutoCloseable {

  /** Of all first accounts; the data folder lives as long as the scenario. */
  static final String PASSWORD = "bench-" + UUID.randomUUID();

  /** Who records. */
  static final AccountId CLERK = new AccountId(new UUID(0, 1));

  static final String ORGANISATION = "bench";

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Path data;
  private final ConfigurableApplicationContext context;

  private BenchLedger(Path data, ConfigurableApplicationContext context) {
    this.data = data;
    this.context = context;
  }

  /**
   * Starts on a data folder, which is removed when this is closed.
   *
   * @param options further ones of {@code serve}
   */
  static BenchLedger start(Path data, String... options) {
    System.setProperty("disable-axoniq-console-message", "true");
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--ledger.data=" + data);
    all.add("--server.port=0");
    all.add("--LEDGER_BOOTSTRAP_PASSWORD=" + PASSWORD);
    all.add("--logging.level.root=warn");
    return new BenchLedger(data, application.run(all.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Path data() {
    return data;
  }

  /** A connection of the caller's own, apart from the application's pool. */
  Connection connect() throws SQLException {
    EmbeddedDatabase database = bean(EmbeddedDatabase.class);
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  FundId openFund(String code) {
    FundId id = FundId.of(ORGANISATION, code);
    OpenFund order =
        new OpenFund(
            id,
            ORGANISATION,
            code,
            "测试基金 " + code,
            "性能测量",
            Donations.CURRENCY,
            Treatment.OWN_INCOME,
            null);
    bean(Ledger.class).execute(order, CLERK);
    return id;
  }

  /** Records the donation with this number and waits until it is durable. */
  void record(DonationDesk desk, FundId fund, int number) {
    record(desk, fund, number, number + 1);
  }

  /**
   * Records the donations {@code from} to {@code to}, the last not included, as one order, and
   * waits until they are durable.
   *
   * @throws IllegalStateException if one was not recorded
   */
  void record(DonationDesk desk, FundId fund, int from, int to) {
    for (DonationAnswer answer : desk.record(fund, Donations.drafts(from, to), CLERK)) {
      if (!(answer instanceof DonationAnswer.Recorded)) {
        throw new IllegalStateException("a donation was not recorded: " + answer);
      }
    }
  }

  /** The position of the last event. */
  long head() throws SQLException {
    try (Connection connection = connect()) {
      return Sql.number(connection, "select coalesce(max(position), -1) from ledger.event");
    }
  }

  /**
   * Does what a rush leaves for PostgreSQL to do in the minutes after it, so that what is measured
   * next is the length of the book.
   */
  void vacuum() throws SQLException {
    try (Connection connection = connect()) {
      Sql.run(connection, "vacuum analyze");
    }
  }

  /**
   * Waits until the read models know every event.
   *
   * @return how long that took, in seconds
   */
  double catchUp() throws SQLException {
    long start = System.nanoTime();
    if (!bean(ReadPosition.class).await(head(), PATIENCE)) {
      throw new IllegalStateException("the read models did not catch up within " + PATIENCE);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Stops the writer of the read models, which goes on where it was when it is started again. */
  void stopReadModels() {
    processor().shutDown();
  }

  void startReadModels() {
    processor().start();
  }

  /** Whether somebody writes the read models. */
  boolean readModelsRun() {
    return processor().isRunning();
  }

  private EventProcessor processor() {
    return bean(EventProcessingConfiguration.class)
        .eventProcessor(LedgerProcessor.GROUP)
        .orElseThrow();
  }

  /** Stops without removing the data. */
  void stop() {
    context.close();
  }

  @Override
  public void close() throws IOException {
    stop();
    Folders.delete(data);
  }
}
