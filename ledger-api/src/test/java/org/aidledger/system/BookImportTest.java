package org.aidledger.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.command.ImportCommand;
import org.aidledger.api.command.ReplayCommand;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A book is rebuilt from an audit package in an empty ledger, with the same root. */
@ExtendWith(LogOnFailure.class)
class BookImportTest {

  private static final String FORGED = "forged.zip";

  private static RunningLedger ledger;
  private static Path folder;
  private static Path everything;
  private static Path oneFund;

  @BeforeAll
  static void start() throws Exception {
    Path system = Files.createDirectories(Path.of("target/system"));
    folder = Files.createTempDirectory(system.toRealPath(), "book-import-");
    ledger = RunningLedger.start(folder.resolve("first"), "--ledger.evidence.pause=200ms");
    FullBook book = FullBook.in(ledger);
    awaitSealed();
    PackageClient client = new PackageClient(ledger, folder);
    everything = client.fetched(Map.of("people", "redacted"));
    oneFund = client.fetched(Map.of("fundId", book.address("{fundId}"), "people", "redacted"));
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  /** So that a package holds everything that was recorded before it. */
  private static void awaitSealed() throws Exception {
    try (Connection connection = ledger.database()) {
      Waiting.until(
          "everything is sealed",
          () ->
              BookCheck.rows(
                      connection,
                      "select size from ledger.seal_head"
                          + " where size <= (select max(position) from ledger.event)")
                  .isEmpty());
    }
  }

  /** What the command said, and the status that it ended with. */
  private record Ran(int status, String out) {}

  @Test
  void theRebuiltBookHasTheSameRootAndReadModelsAndGoesOn() throws Exception {
    Path data = empty("second");
    Ran ran = imported(everything, data);
    assertThat(ran.status()).as(ran.out()).isZero();
    JsonNode manifest = new JsonMapper().readTree(PackageClient.entry(everything, "manifest.json"));
    Checkpoint head = headOf(manifest.path("size").asLong());
    assertThat(ran.out()).contains("root " + head.root());
    assertThat(
            new ReplayCommand(new PrintStream(new ByteArrayOutputStream(), true, UTF_8))
                .run(List.of("--data", data.toString(), "--repair")))
        .isZero();
    BookCheck.awaitReadModels(ledger);
    Map<String, List<String>> first;
    try (Connection connection = ledger.database()) {
      first = contents(connection);
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
      Map<String, List<String>> second = contents(connection);
      assertThat(second.keySet()).isEqualTo(first.keySet()).contains("live.trail", "ledger.event");
      first.forEach(
          (table, rows) -> assertThat(second.get(table)).as(table).containsExactlyElementsOf(rows));
      List<String> notes =
          BookCheck.rows(
              connection, "select note from ledger.seal_checkpoint where size = " + head.size());
      String note = notes.getFirst();
      Checkpoint sealed = Checkpoint.of(SignedNote.parse(note.substring(1, note.length() - 1)));
      assertThat(sealed.root()).isEqualTo(head.root());
      assertThat(sealed.origin()).as("another key seals it").isNotEqualTo(head.origin());
    }
    Ran again = imported(everything, data);
    assertThat(again.out()).contains("[LEDGER_NOT_EMPTY]");
    assertThat(again.status()).isEqualTo(1);
    goesOn(data, head);
  }

  /** The first start opens new accounts, because passwords are in no package. */
  private static void goesOn(Path data, Checkpoint head) throws Exception {
    Files.delete(data.resolve("runtime"));
    try (RunningLedger second = RunningLedger.start(data, "--ledger.evidence.pause=200ms")) {
      BookCheck.hold(second);
      Desk auditor = second.desk("auditor");
      Waiting.until(
          "the new events are sealed",
          () ->
              auditor
                      .get(
                          "/audit/proofs/consistency?from="
                              + head.size()
                              + "&to="
                              + (head.size() + 8))
                      .status()
                  == 200);
      assertThat(auditor.items("/funds", 100))
          .hasSize(ledger.desk("auditor").items("/funds", 100).size());
    }
  }

  @Test
  void whatCannotBeImportedIsRefusedWithItsCodeAndChangesNothing() throws Exception {
    Path data = empty("third");
    assertThat(imported(oneFund, data)).satisfies(ran -> refused(ran, 1, "PACKAGE_NOT_WHOLE"));
    byte[] bytes = Files.readAllBytes(everything);
    bytes[bytes.length / 3] ^= 1;
    Path forged = Files.write(folder.resolve(FORGED), bytes);
    assertThat(imported(forged, data)).satisfies(ran -> refused(ran, 1, "PACKAGE_NOT_GENUINE"));
    Path text = Files.writeString(folder.resolve("text"), "no package");
    assertThat(imported(text, data)).satisfies(ran -> refused(ran, 2, "NO_PACKAGE"));
    assertThat(imported(folder.resolve("nowhere"), data))
        .satisfies(ran -> refused(ran, 2, "NOT_READABLE"));
    Path keys = folder.resolve("no keys");
    assertThat(run(List.of(everything.toString(), "--key", keys.toString())))
        .satisfies(ran -> refused(ran, 2, "NOT_READABLE"));
    assertThat(imported(everything, ledger.data()))
        .satisfies(ran -> refused(ran, 3, "DATA_IN_USE"));
    assertThat(run(List.of()).status()).isEqualTo(64);
    assertThat(run(List.of("one", "two")).status()).isEqualTo(64);
    assertThat(run(List.of(everything.toString(), "--colour", "red")).status()).isEqualTo(64);
    assertThat(data.resolve("seal.key")).doesNotExist();
    // Which changed so little that a package with people in clear is taken afterwards.
    Path full = new PackageClient(ledger, folder).fetched(Map.of("people", "full"));
    Ran ran = imported(full, data);
    assertThat(ran.status()).as(ran.out()).isZero();
  }

  private static void refused(Ran ran, int status, String code) {
    assertThat(ran.out()).contains("[" + code + "]");
    assertThat(ran.status()).isEqualTo(status);
  }

  /** Every row of the book and of the read models; only where they stand is left out. */
  private static Map<String, List<String>> contents(Connection connection) {
    Map<String, List<String>> contents = new TreeMap<>();
    List<String> tables = new ArrayList<>(List.of("ledger.event"));
    BookCheck.rows(
            connection,
            "select table_name from information_schema.tables where table_schema = 'live'"
                + " and table_type = 'BASE TABLE' and table_name <> 'projection'")
        .forEach(row -> tables.add("live." + row.substring(1, row.length() - 1)));
    for (String table : tables) {
      contents.put(
          table, BookCheck.rows(connection, "select t::text from " + table + " t order by 1"));
    }
    return contents;
  }

  private static Checkpoint headOf(long size) throws Exception {
    try (Connection connection = ledger.database()) {
      String note =
          BookCheck.rows(connection, "select note from ledger.seal_checkpoint where size = " + size)
              .getFirst();
      return Checkpoint.of(SignedNote.parse(note.substring(1, note.length() - 1)));
    }
  }

  /** A new data folder, which shares PostgreSQL's programs with those of the other tests. */
  private static Path empty(String name) throws Exception {
    Path data = Files.createDirectories(folder.resolve(name));
    Files.createSymbolicLink(data.resolve("runtime"), RunningLedger.runtime());
    return data;
  }

  private static Ran imported(Path file, Path data) {
    return run(List.of(file.toString(), "--data", data.toString(), "--language", "en"));
  }

  private static Ran run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = new ImportCommand(new PrintStream(out, true, UTF_8)).run(arguments);
    return new Ran(status, out.toString(UTF_8));
  }
}
