package org.aidledger.system;

import static org.aidledger.system.DrillBook.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.merkle.Tile;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The rows of the tamper drill after which the book is another one for good: each test begins on a
 * copy of the same data folder. It has all that its owner has, short of the auditor's own copy of a
 * checkpoint.
 */
@ExtendWith(LogOnFailure.class)
class TamperRewriteTest {

  private static final String OLD_DATABASE = "old-database";
  private static final String OLD_MACHINE = "old-machine";

  private static final Map<String, Object> ALL = Map.of("people", "redacted");

  private static Path folder;
  private static Path old;
  private static Path held;
  private static String fundId = "";

  private RunningLedger ledger;
  private Superuser superuser;

  /** A book with donations; a copy of all of it; then more donations and a countersigned head. */
  @BeforeAll
  static void prepare() throws Exception {
    Path system = Files.createDirectories(Path.of("target/system"));
    folder = Files.createTempDirectory(system.toRealPath(), "rewrite-");
    old = folder.resolve("old");
    try (RunningLedger first = start(old)) {
      fundId = DrillBook.record(first);
    }
    copy(old, folder.resolve("now"));
    try (RunningLedger second = start(folder.resolve("now"))) {
      DrillBook.donations(second, fundId, 1_000, 1_004);
      DrillBook.awaitSealed(second);
      held =
          Files.writeString(
              folder.resolve("held.checkpoint"), DrillBook.countersign(second).toString());
    }
  }

  /** The ledger starts on what the test's tag names, or on the book as it is now. */
  @BeforeEach
  void begin(TestInfo test) throws Exception {
    Path data = folder.resolve("data");
    copy(test.getTags().contains(OLD_MACHINE) ? old : folder.resolve("now"), data);
    if (test.getTags().contains(OLD_DATABASE)) {
      copy(old.resolve("postgres"), data.resolve("postgres"));
      copy(old.resolve("postgres.env"), data.resolve("postgres.env"));
    }
    ledger = start(data);
    superuser = new Superuser(ledger);
  }

  @AfterEach
  void stop() throws Exception {
    ledger.close();
  }

  /** The last event gives way, so that there are as many as were sealed. */
  @Test
  void anEventThatIsInsertedIntoTheSealedPast() throws Exception {
    superuser.tamper(
        "event",
        """
        delete from ledger.event where position = (select max(position) from ledger.event);
        update ledger.event set position = -position where position > 100;
        update ledger.event set position = 1 - position where position < 0;
        """
            + another("DR-50", "101"));
    PackageClient.Ran ran = verified();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("[ROOT_DIFFERS]");
    String later = DrillBook.donationId(ledger, "DR-200");
    assertThat(auditor().get("/donations/" + later + "/receipt").problem())
        .isEqualTo("SEAL_BROKEN");
  }

  /** The server seals what it finds; but a detail without its control total shows. */
  @Test
  void anEventThatIsAppendedBesideTheProgram() throws Exception {
    superuser.sql(another("DR-50", "(select max(position) + 1 from ledger.event)"));
    DrillBook.awaitSealed(ledger);
    PackageClient.Ran ran = verified();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("[DETAIL_WITHOUT_CONTROL]");
  }

  /** He has the database, and computes everything anew; the key that signs he does not have. */
  @Test
  void aRewrittenSuffixWithoutTheSealKey() throws Exception {
    rewrite();
    Map<Tile, byte[]> tiles = new HashMap<>();
    Frontier tree = tree(tiles);
    String name = superuser.text("select public_key from ledger.seal_key").split("\\+", -1)[0];
    String note =
        new NoteSigner(name, new byte[32])
            .sign(new Checkpoint(name, tree.size(), tree.root()).text())
            .toString();
    tiles.forEach(
        (tile, hashes) ->
            superuser.tamper(
                "seal_tile",
                "update ledger.seal_tile set hashes = '\\x%s' where level = %d and index = %d"
                    .formatted(HexFormat.of().formatHex(hashes), tile.level(), tile.index())));
    superuser.tamper(
        "seal_head",
        "update ledger.seal_head set edge = '\\x%s'"
            .formatted(HexFormat.of().formatHex(tree.state())));
    superuser.tamper(
        "seal_checkpoint",
        "update ledger.seal_checkpoint set note = '%s' where size = %d"
            .formatted(note, tree.size()));
    assertThat(auditor().get("/audit/checkpoint").problem()).isEqualTo("SEAL_BROKEN");
    String donation = DrillBook.donationId(ledger, "DR-261");
    assertThat(auditor().get("/donations/" + donation + "/receipt").problem())
        .isEqualTo("SEAL_BROKEN");
  }

  /** The server itself seals the other book; but it remembers what was countersigned. */
  @Test
  void aRewrittenSuffixThatTheServerSealsAnew() {
    rewrite();
    forgetTheSeals();
    Waiting.until("the server refuses", () -> auditor().get("/audit/checkpoint").status() == 409);
    Answer answer = auditor().get("/audit/checkpoint");
    assertThat(answer.problem()).isEqualTo("HEAD_CONTRADICTED");
    assertThat(superuser.sealed()).as("nothing is signed").isZero();
  }

  /** Whoever owns the whole machine is found out by what the auditor holds, and by nothing else. */
  @Test
  void aRewrittenSuffixByTheOwnerOfTheMachine() throws Exception {
    Files.delete(ledger.data().resolve("countersigned.checkpoint"));
    rewrite();
    forgetTheSeals();
    DrillBook.awaitSealed(ledger);
    Path file = client().fetched(ALL);
    PackageClient.Ran alone = PackageClient.verify(file);
    assertThat(alone.status()).as("by itself: " + alone.out()).isZero();
    PackageClient.Ran against = PackageClient.verify(file, "--checkpoint", held.toString());
    assertThat(against.status()).isEqualTo(1);
    assertThat(against.out()).contains("[ROOT_DIFFERS]");
  }

  @Test
  @Tag(OLD_DATABASE)
  void anOldCopyOfTheDatabase() {
    assertThat(auditor().get("/audit/checkpoint").status()).isEqualTo(409);
    assertThat(auditor().get("/audit/checkpoint").problem()).isEqualTo("HEAD_CONTRADICTED");
    String donation = DrillBook.donationId(ledger, "DR-0");
    assertThat(auditor().get("/donations/" + donation + "/receipt").problem())
        .isEqualTo("HEAD_CONTRADICTED");
  }

  /** Database and key files: nothing on the machine can know. */
  @Test
  @Tag(OLD_MACHINE)
  void anOldCopyOfTheWholeMachine() throws Exception {
    assertThat(auditor().get("/audit/checkpoint").status()).isEqualTo(200);
    Path file = client().fetched(ALL);
    assertThat(PackageClient.verify(file).status()).as("by itself").isZero();
    PackageClient.Ran against = PackageClient.verify(file, "--checkpoint", held.toString());
    assertThat(against.status()).isEqualTo(1);
    assertThat(against.out()).contains("[CHECKPOINT_NOT_COMPARED]");
  }

  /** A donation grows, with its control total and the balance: the book is in order with itself. */
  private void rewrite() {
    long at =
        superuser.number(
            "select position from ledger.event where type = 'DonationReceived' and "
                + named("DR-261"));
    // The control total stands in front of its one detail.
    superuser.tamper(
        "event",
        "update ledger.event set payload = replace(replace(payload, '\"amount\":7000',"
            + " '\"amount\":9000'), '\"total\":7000', '\"total\":9000') where position in (%d, %d)"
                .formatted(at - 1, at));
    superuser.sql(
        "update live.fund set received = received + 2000 where fund_id = '" + fundId + "'");
  }

  private void forgetTheSeals() {
    superuser.tamper("seal_tile", "delete from ledger.seal_tile");
    superuser.tamper("seal_checkpoint", "delete from ledger.seal_checkpoint");
    superuser.tamper("seal_countersigned", "delete from ledger.seal_countersigned");
    superuser.tamper("seal_head", "update ledger.seal_head set size = 0, edge = ''");
  }

  /** The same donation once more, under other identifiers. */
  private static String another(String reference, String position) {
    return "insert into ledger.event (position, recorded_at, sequence, event_id, stream_id,"
        + " stream_type, type, revision, payload, metadata) select "
        + position
        + ", (select max(recorded_at) from ledger.event), 0, gen_random_uuid(), n.id,"
        + " stream_type, type, revision, replace(replace(payload, stream_id::text, n.id::text), '"
        + reference
        + "\"', 'X\"'), metadata from ledger.event, (select gen_random_uuid() id) n"
        + " where type = 'DonationReceived' and "
        + named(reference);
  }

  /** The tree over what is in the book now. */
  private Frontier tree(Map<Tile, byte[]> tiles) throws Exception {
    Frontier tree = new Frontier();
    try (var connection = ledger.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select * from ledger.event order by position")) {
      while (row.next()) {
        byte[] leaf =
            new EventLeaf(
                    row.getObject("event_id", UUID.class),
                    row.getString("stream_type"),
                    row.getObject("stream_id", UUID.class),
                    row.getLong("sequence"),
                    row.getLong("recorded_at"),
                    row.getString("type"),
                    row.getString("revision"),
                    row.getString("payload"),
                    row.getString("metadata"))
                .encoded();
        tree.append(leaf, leaf.length, tiles::put);
      }
    }
    return tree;
  }

  private PackageClient client() {
    return new PackageClient(ledger, folder);
  }

  private PackageClient.Ran verified() throws Exception {
    return PackageClient.verify(client().fetched(ALL));
  }

  private Desk auditor() {
    return ledger.desk("auditor");
  }

  private static RunningLedger start(Path data) throws IOException {
    return RunningLedger.start(data, DrillBook.OPTIONS.toArray(String[]::new));
  }

  private static void copy(Path from, Path to) throws Exception {
    run("rm", "-rf", to.toString());
    run("cp", "-a", from.toString(), to.toString());
  }

  private static void run(String... command) throws Exception {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
