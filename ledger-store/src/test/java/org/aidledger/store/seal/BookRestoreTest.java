package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.store.seal.RestoreRefusedException.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one book writes for an audit package, another one takes in without changing a byte. */
class BookRestoreTest {

  private static final int EVENTS = 12_000;

  @TempDir private Path folder;
  private SealFixture first;
  private SealFixture second;

  @BeforeEach
  void open() throws IOException {
    first = new SealFixture(Files.createDirectories(folder.resolve("first")));
    second = new SealFixture(Files.createDirectories(folder.resolve("second")));
    first.append(EVENTS - 1);
    // Longer than every buffer on the way.
    first.database.execute(
        "insert into ledger.event select "
            + (EVENTS - 1)
            + ", 1790000099999, 0, gen_random_uuid(), gen_random_uuid(), 'Fund', 'FundOpened', '1',"
            + " '{\"t\":\"' || repeat('长', 200000) || '\"}', '{}'");
    first.sealer().sealAll();
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @Test
  void everyByteIsKeptAndTheSealIsTheSame() throws IOException {
    BookRestore restore = new BookRestore(second.dataSource);
    assertThat(restore.isEmpty()).isTrue();
    restore(lines(), EVENTS, first.head().root());
    assertThat(restore.isEmpty()).isFalse();
    assertThat(second.leaves()).isEqualTo(first.leaves());
    second.sealer().sealAll();
    assertThat(second.head().root()).isEqualTo(first.head().root());
    assertThat(second.head().size()).isEqualTo(EVENTS);
    assertThat(second.head().origin()).isNotEqualTo(first.head().origin());
    second.append(3);
    second.sealer().sealAll();
    assertThat(second.head().size()).isEqualTo(EVENTS + 3);
  }

  /** As kill -9 leaves it: the events are durable, and nothing or a part of them is sealed. */
  @Test
  void whatWasBrokenOffBeforeTheSealIsBegunAgain() throws IOException {
    Hash root = first.head().root();
    restore(lines(), EVENTS, root);
    restore(lines(), EVENTS, root);
    refused(lines(), EVENTS, new TreeHasher().empty(), Code.LEDGER_NOT_EMPTY);
    second.sealer(5_000, step -> {}).sealNext();
    restore(lines(), EVENTS, root);
    second.sealer().sealAll();
    assertThat(second.head().root()).isEqualTo(root);
    refused(lines(), EVENTS, root, Code.LEDGER_NOT_EMPTY);
    assertThat(second.leaves()).isEqualTo(first.leaves());
  }

  @Test
  void aBookThatHoldsSomethingIsLeftAlone() throws IOException {
    second.append(1);
    refused(lines(), EVENTS, first.head().root(), Code.LEDGER_NOT_EMPTY);
    assertThat(second.leaves()).hasSize(1);
  }

  @Test
  void nothingIsKeptOfABookThatLeadsToAnotherRoot() throws IOException {
    refused(lines(), EVENTS, new TreeHasher().empty(), Code.ROOT_DIFFERS);
    String changed = text().replaceFirst("专项资金", "专项基金");
    refused(bytes(changed), EVENTS, first.head().root(), Code.ROOT_DIFFERS);
    assertThat(second.leaves()).isEmpty();
  }

  @Test
  void nothingIsKeptOfLinesThatAreMissingCutOffOrNoEvents() throws IOException {
    Hash root = first.head().root();
    String text = text();
    int end = text.indexOf('\n') + 1;
    refused(bytes(text.substring(end)), EVENTS, root, Code.EVENT_UNREADABLE);
    refused(bytes(text.substring(0, text.length() - 9)), EVENTS, root, Code.EVENT_UNREADABLE);
    refused(bytes(text.substring(0, end)), EVENTS, root, Code.EVENT_UNREADABLE);
    refused(bytes("[]\n" + text), EVENTS, root, Code.EVENT_UNREADABLE);
    String hidden = "{\"position\":0,\"leaves\":1,\"hash\":\"" + root + "\"}\n";
    refused(bytes(hidden + text.substring(end)), EVENTS, root, Code.EVENT_UNREADABLE);
    refused(
        bytes(text.replaceFirst("\"sequence\":0", "\"sequence\":\"0\"")),
        EVENTS,
        root,
        Code.EVENT_UNREADABLE);
    assertThat(second.leaves()).isEmpty();
    assertThat(new BookRestore(second.dataSource).isEmpty()).isTrue();
  }

  private void refused(byte[] lines, long size, Hash root, Code code) {
    assertThatThrownBy(() -> restore(lines, size, root))
        .isInstanceOfSatisfying(
            RestoreRefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private void restore(byte[] lines, long size, Hash root) throws IOException {
    new BookRestore(second.dataSource)
        .restore(new ByteArrayInputStream(lines), size, root, done -> {});
  }

  private byte[] lines() throws IOException {
    BookExport export = new BookExport(first.dataSource, first.witnesses);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(
        new BookSlice(0, EVENTS, EVENTS, null), export.checkpoints(EVENTS), out, position -> {});
    return out.toByteArray();
  }

  private String text() throws IOException {
    return new String(lines(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
