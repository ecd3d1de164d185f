package org.aidledger.system;

import static org.aidledger.system.DrillBook.named;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.Frontier;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSignature;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The tamper drill, one test for each row of the table in docs/evidence, section 9: somebody with
 * all rights on the database changes what was sealed, and the auditor's program or the server names
 * it. Each test puts back what it changed; {@link TamperRewriteTest} holds the rows that cannot be.
 */
@ExtendWith(LogOnFailure.class)
class TamperDrillTest {

  private static final Map<String, Object> ALL = Map.of("people", "redacted");

  private static RunningLedger ledger;
  private static Superuser superuser;
  private static PackageClient client;
  private static Path folder;
  private static String fundId = "";

  @BeforeAll
  static void start() throws Exception {
    Path system = Files.createDirectories(Path.of("target/system"));
    folder = Files.createTempDirectory(system.toRealPath(), "drill-");
    ledger = RunningLedger.start(folder.resolve("data"), DrillBook.OPTIONS.toArray(String[]::new));
    superuser = new Superuser(ledger);
    client = new PackageClient(ledger, folder);
    fundId = DrillBook.record(ledger);
  }

  @AfterAll
  static void stop() throws Exception {
    ledger.close();
  }

  @Test
  void theUntouchedBookIsGenuine() throws Exception {
    assertThat(PackageClient.verify(client.fetched(ALL)).status()).isZero();
    assertThat(receipt("DR-2").status()).isEqualTo(200);
  }

  @Test
  void aChangedAmount() throws Exception {
    String change = "update ledger.event set payload = replace(payload, '%s', '%s') where %s";
    String where = "type = 'DonationReceived' and " + named("DR-2");
    superuser.tamper("event", change.formatted("\"amount\":7000", "\"amount\":9000", where));
    String out = notGenuine();
    Answer receipt = receipt("DR-2");
    superuser.tamper("event", change.formatted("\"amount\":9000", "\"amount\":7000", where));
    assertThat(out).contains("[ROOT_DIFFERS]", "[CONTROL_TOTAL_DIFFERS]", "[BALANCE_DIFFERS]");
    assertThat(receipt.status()).isEqualTo(500);
    assertThat(receipt.problem()).isEqualTo("SEAL_BROKEN");
  }

  @Test
  void aDeletedEvent() throws Exception {
    superuser.sql("create table aside as select * from ledger.event where " + named("DR-1"));
    superuser.tamper("event", "delete from ledger.event where " + named("DR-1"));
    String out = notGenuine();
    superuser.tamper("event", "insert into ledger.event select * from aside; drop table aside");
    assertThat(out).contains("[EVENT_WITHHELD]", "[CONTROL_WITHOUT_DETAILS]");
  }

  /** Without its end the book is shorter than its seal: nothing more is sealed or handed out. */
  @Test
  void aDeletedEnd() throws Exception {
    superuser.sql(
        "create table aside as select * from ledger.event order by position desc limit 2");
    superuser.tamper(
        "event", "delete from ledger.event where position in (select position from aside)");
    Waiting.until("the sealer says so", () -> said("were sealed"));
    String out = notGenuine();
    superuser.tamper("event", "insert into ledger.event select * from aside; drop table aside");
    assertThat(out).contains("[EVENT_WITHHELD]");
  }

  @Test
  void swappedEvents() throws Exception {
    String swap =
        """
        update ledger.event set position = -1 where position = %1$d;
        update ledger.event set position = %1$d where position = %2$d;
        update ledger.event set position = %2$d where position = -1\
        """
            .formatted(superuser.events() - 1, superuser.events() - 3);
    superuser.tamper("event", swap);
    String out = notGenuine();
    Answer receipt = receipt("DR-262");
    superuser.tamper("event", swap);
    assertThat(out).contains("[ROOT_DIFFERS]", "[DETAIL_WITHOUT_CONTROL]");
    assertThat(receipt.problem()).isEqualTo("SEAL_BROKEN");
  }

  @Test
  void anEditedReadModel() throws Exception {
    // What is still on its way into the row would write the edit over.
    BookCheck.awaitReadModels(ledger);
    superuser.sql("update live.fund set received = received + 1 where fund_id = '" + fundId + "'");
    String out = notGenuine();
    JsonNode replay = BookCheck.replay(ledger);
    superuser.sql("update live.fund set received = received - 1 where fund_id = '" + fundId + "'");
    assertThat(out).contains("[BALANCE_DIFFERS]", fundId).doesNotContain("[ROOT_DIFFERS]");
    JsonNode difference = replay.path("differences").get(0);
    assertThat(difference.path("kind").asString()).isEqualTo("ALTERED");
    assertThat(difference.path("column").asString()).isEqualTo("received");
  }

  @Test
  void aDamagedTileOfTheSeal() {
    String flip =
        "update ledger.seal_tile set hashes = set_byte(hashes, 64, 255 - get_byte(hashes, 64))";
    superuser.tamper("seal_tile", flip);
    String proof = "/audit/proofs/inclusion?position=2&size=" + superuser.sealed();
    Answer chinese = auditor().get(proof);
    Answer english = auditor().send("GET", proof, BodyPublishers.noBody(), "Accept-Language", "en");
    Answer receipt = receipt("DR-0");
    superuser.tamper("seal_tile", flip);
    assertThat(chinese.status()).isEqualTo(500);
    assertThat(chinese.problem()).isEqualTo("SEAL_BROKEN");
    assertThat(chinese.json().path("title").asString()).isEqualTo("账簿与封存不符");
    assertThat(english.json().path("title").asString())
        .isEqualTo("The book does not fit its seals");
    assertThat(receipt.problem()).isEqualTo("SEAL_BROKEN");
    assertThat(auditor().get(proof).status()).isEqualTo(200);
  }

  @Test
  void aDamagedHeadOfTheSeal() throws Exception {
    superuser.sql("create table aside as select edge from ledger.seal_head");
    superuser.tamper("seal_head", "update ledger.seal_head set edge = substr(edge, 1, 40)");
    Answer head = auditor().get("/audit/checkpoint");
    JsonNode order = failed();
    superuser.tamper(
        "seal_head",
        "update ledger.seal_head set edge = (select edge from aside); drop table aside");
    assertThat(head.problem()).isEqualTo("SEAL_BROKEN");
    assertThat(order.path("failure").asString()).isEqualTo("SEAL_BROKEN");
    assertThat(auditor().get("/audit/checkpoint").status()).isEqualTo(200);
  }

  /** The witness's signature is genuine, but it was given under another head. */
  @Test
  void aForgedCountersignature() throws Exception {
    SignedNote head = SignedNote.parse(auditor().get("/audit/checkpoint").text());
    Checkpoint last = Checkpoint.of(head);
    SignedNote elsewhere =
        new SignedNote(new Checkpoint(last.origin(), 1, last.root()).text(), List.of());
    NoteSignature given =
        DrillBook.WITNESS.cosign(elsewhere, Instant.ofEpochSecond(1)).signatures().getLast();
    superuser.sql(
        "insert into ledger.seal_countersigned (size, note) values (%d, '%s')"
            .formatted(last.size(), head.with(given)));
    Answer presented = auditor().get("/audit/checkpoint");
    Answer receipt = receipt("DR-2");
    JsonNode order = failed();
    superuser.tamper(
        "seal_countersigned", "delete from ledger.seal_countersigned where size = " + last.size());
    assertThat(presented.status()).isEqualTo(500);
    assertThat(presented.problem()).isEqualTo("SEAL_BROKEN");
    assertThat(receipt.problem()).isEqualTo("SEAL_BROKEN");
    assertThat(order.path("failure").asString()).isEqualTo("SEAL_BROKEN");
    assertThat(auditor().get("/audit/checkpoint").text()).isEqualTo(head.toString());
  }

  /** A receipt with another amount, then one that is forged whole, with a key and a tree. */
  @Test
  void aForgedReceipt() throws Exception {
    String genuine = receipt("DR-2").text();
    JsonNode event = receipt("DR-2").json().path("events").get(0);
    EventLeaf leaf = EventLeaf.decode(Base64.getDecoder().decode(event.path("leaf").asString()));
    byte[] changed = withPayload(leaf, leaf.payload().replace(":7000", ":70000")).encoded();
    String base64 = Base64.getEncoder().encodeToString(changed);
    Path key = Files.writeString(folder.resolve("key"), bookKey() + "\n");

    Path amount =
        Files.writeString(
            folder.resolve("amount.json"), genuine.replace(event.path("leaf").asString(), base64));
    PackageClient.Ran ran = PackageClient.verify(amount, "--key", key.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("[NOT_INCLUDED]");

    PackageClient.Ran whole =
        PackageClient.verify(forged(changed, base64), "--key", key.toString());
    assertThat(whole.status()).isEqualTo(1);
    assertThat(whole.out()).contains("[KEY_DIFFERS]", "[CHECKPOINT_SIGNATURE]");
  }

  /** A tree of this leaf alone, signed by a stranger in the name of the book. */
  private static Path forged(byte[] leaf, String base64) throws Exception {
    Frontier tree = new Frontier();
    tree.append(leaf, leaf.length, (tile, hashes) -> {});
    String name = bookKey().substring(0, bookKey().indexOf('+'));
    NoteSigner stranger = new NoteSigner(name, "x".repeat(32).getBytes(StandardCharsets.US_ASCII));
    String note = stranger.sign(new Checkpoint(name, 1, tree.root()).text()).toString();
    Map<String, Object> json =
        Map.of(
            "format",
            "aidledger.org/receipt/v1",
            "state",
            "SEALED",
            "publicKey",
            stranger.publicKey().toString(),
            "checkpoint",
            note,
            "countersigned",
            false,
            "events",
            List.of(Map.of("position", 0, "leaf", base64, "path", List.of())));
    return Files.writeString(folder.resolve("forged.json"), Desk.json(json));
  }

  private static EventLeaf withPayload(EventLeaf leaf, String payload) {
    return new EventLeaf(
        leaf.eventId(),
        leaf.streamType(),
        leaf.streamId(),
        leaf.sequence(),
        leaf.recordedAt(),
        leaf.type(),
        leaf.revision(),
        payload,
        leaf.metadata());
  }

  private static String bookKey() {
    return superuser.text("select public_key from ledger.seal_key");
  }

  private static Desk auditor() {
    return ledger.desk("auditor");
  }

  private static Answer receipt(String reference) {
    return auditor().get("/donations/" + DrillBook.donationId(ledger, reference) + "/receipt");
  }

  private static boolean said(String words) {
    try {
      return Files.readString(ledger.log()).contains(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String notGenuine() throws Exception {
    PackageClient.Ran ran = PackageClient.verify(client.fetched(ALL));
    assertThat(ran.status()).as(ran.out()).isEqualTo(1);
    return ran.out();
  }

  private static JsonNode failed() {
    String path = "/audit/packages/" + client.ordered(ALL);
    Waiting.until(
        "the package failed", () -> auditor().read(path).path("state").asString().equals("FAILED"));
    return auditor().read(path);
  }
}
