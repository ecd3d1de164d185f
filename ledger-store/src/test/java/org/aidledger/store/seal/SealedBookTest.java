package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSignature;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBookTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  @TempDir private Path folder;
  private SealFixture fixture;

  @BeforeEach
  void open() {
    fixture = new SealFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private String countersigned() {
    return SealFixture.WITNESS.cosign(fixture.book.head().orElseThrow(), NOW).toString();
  }

  private void appendAndSeal(int events) {
    fixture.append(events);
    fixture.sealer().sealAll();
  }

  @Nested
  class Receipts {

    @Test
    void aStreamThatIsNotThereHasNone() {
      appendAndSeal(3);
      assertThat(fixture.book.receipt("Donation", UUID.randomUUID()))
          .isEqualTo(new Receipt.Unknown());
      assertThat(fixture.book.receipt("Payout", fixture.leaves().getFirst().streamId()))
          .isEqualTo(new Receipt.Unknown());
    }

    @Test
    void aStreamThatIsNotSealedYetWaits() {
      appendAndSeal(3);
      fixture.append(1);
      assertThat(fixture.book.receipt("Donation", fixture.leaves().getLast().streamId()))
          .isEqualTo(new Receipt.Waiting());
    }

    @Test
    void aReceiptProvesItsEventUnderASignedHead() {
      appendAndSeal(700);
      EventLeaf leaf = fixture.leaves().get(300);
      Receipt.Ready receipt = ready(leaf);
      assertThat(receipt.events()).extracting(Receipt.Proven::leaf).containsExactly(leaf);
      assertThat(receipt.events().getFirst().proof().index()).isEqualTo(300);
      assertThat(receipt.head().signedBy(fixture.signer.publicKey())).isTrue();
      assertThat(receipt.countersigned()).isFalse();
    }

    @Test
    void aReceiptPrefersTheHeadThatAWitnessHasSeen() {
      appendAndSeal(5);
      fixture.witnesses.accept(countersigned());
      appendAndSeal(5);
      Receipt.Ready old = ready(fixture.leaves().get(4));
      assertThat(old.countersigned()).isTrue();
      assertThat(Checkpoint.of(old.head()).size()).isEqualTo(5);
      assertThat(old.head().signedBy(SealFixture.WITNESS.publicKey())).isTrue();
      assertThat(ready(fixture.leaves().get(5)).countersigned()).isFalse();
    }

    @Test
    void anEventThatWasChangedAfterItsSealingGetsNoReceipt() {
      appendAndSeal(5);
      EventLeaf leaf = fixture.leaves().get(2);
      fixture.tamper("event", "update ledger.event set recorded_at = 1 where position = 2");
      assertThatThrownBy(() -> fixture.book.receipt("Donation", leaf.streamId()))
          .isInstanceOf(SealException.class)
          .hasMessageContaining("position 2 is not the one that was sealed");
    }

    private Receipt.Ready ready(EventLeaf leaf) {
      return (Receipt.Ready) fixture.book.receipt("Donation", leaf.streamId());
    }
  }

  @Nested
  class Countersigning {

    @Test
    void aCountersignedHeadIsPresentedWithBothSignatures() {
      appendAndSeal(5);
      assertThat(fixture.witnesses.accept(countersigned()).size()).isEqualTo(5);
      SignedNote head = fixture.book.head().orElseThrow();
      assertThat(head.signedBy(SealFixture.WITNESS.publicKey())).isTrue();
      assertThat(head.signedBy(fixture.signer.publicKey())).isTrue();
      appendAndSeal(1);
      assertThat(fixture.head().size()).isEqualTo(6);
    }

    @Test
    void whatNoKnownWitnessHasSignedIsRefused() {
      appendAndSeal(5);
      SignedNote head = fixture.book.head().orElseThrow();
      Cosigner stranger = new Cosigner("stranger.example", fixtureSeed());
      NoteSigner other = new NoteSigner("aid-ledger/other", fixtureSeed());
      for (String note :
          List.of(
              "",
              head.toString(),
              stranger.cosign(head, NOW).toString(),
              SealFixture.WITNESS.cosign(other.sign(head.text()), NOW).toString(),
              countersigned().replace("\n5\n", "\n4\n"))) {
        assertThatThrownBy(() -> fixture.witnesses.accept(note))
            .isInstanceOf(WitnessRefusedException.class);
      }
      assertThat(fixture.database.number("select count(*) from ledger.seal_countersigned"))
          .isZero();
    }

    @Test
    void signaturesOfStrangersAreNotKept() {
      appendAndSeal(5);
      Cosigner stranger = new Cosigner("stranger.example", fixtureSeed());
      fixture.witnesses.accept(stranger.cosign(SignedNote.parse(countersigned()), NOW).toString());
      assertThat(fixture.book.head().orElseThrow().signatures()).hasSize(2);
    }

    @Test
    void anOldCopyOfTheDatabaseIsNotPresented() {
      appendAndSeal(5);
      fixture.database.execute(
          "create table old_head as select * from ledger.seal_head;"
              + " create table old_checkpoint as select * from ledger.seal_checkpoint");
      appendAndSeal(5);
      fixture.witnesses.accept(countersigned());
      fixture.tamper("event", "delete from ledger.event where position > 4");
      fixture.tamper(
          "seal_head",
          "update ledger.seal_head h set size = o.size, edge = o.edge from old_head o");
      fixture.tamper("seal_checkpoint", "delete from ledger.seal_checkpoint where size > 5");
      fixture.tamper("seal_countersigned", "delete from ledger.seal_countersigned");

      assertRefused();
      assertThatThrownBy(fixture.sealer()::sealAll)
          .as("also while nothing new is recorded")
          .isInstanceOf(HeadContradictedException.class);
      fixture.append(20);
      assertThatThrownBy(fixture.sealer()::sealAll).isInstanceOf(HeadContradictedException.class);
      assertThat(fixture.database.number("select size from ledger.seal_head")).isEqualTo(5);
    }

    @Test
    void aCountersignedHeadOfAnotherHistoryShowsThatTheBookWasRewritten(@TempDir Path elsewhere)
        throws Exception {
      appendAndSeal(10);
      String before = countersigned();
      Files.copy(folder.resolve("seal.key"), elsewhere.resolve("seal.key"));
      try (SealFixture rewritten = new SealFixture(elsewhere)) {
        rewritten.append(15);
        rewritten.sealer().sealAll();
        assertThatThrownBy(() -> rewritten.witnesses.accept(before))
            .isInstanceOf(HeadContradictedException.class)
            .hasMessageContaining("15")
            .hasMessageContaining("10");
        assertThatThrownBy(rewritten.book::head).isInstanceOf(HeadContradictedException.class);
        rewritten.append(1);
        assertThatThrownBy(rewritten.sealer()::sealAll)
            .isInstanceOf(HeadContradictedException.class);
      }
    }

    /** A genuine countersignature, put under a head that the witness never saw. */
    @Test
    void aCountersignatureThatNobodyGaveIsNotPresented() {
      appendAndSeal(5);
      NoteSignature given = SignedNote.parse(countersigned()).signatures().getLast();
      appendAndSeal(5);
      String genuine = countersigned();
      keep(10, fixture.book.head().orElseThrow().with(given));

      assertDamaged(fixture.book::head);
      assertDamaged(fixture.book::status);
      assertDamaged(() -> fixture.book.inclusion(0, 1));
      assertDamaged(() -> fixture.book.receipt("Donation", fixture.leaves().getFirst().streamId()));
      assertDamaged(() -> fixture.witnesses.accept(genuine));
      fixture.append(1);
      assertDamaged(fixture.sealer()::sealAll);
    }

    /** Also a witness who was relieved looks like this, so nothing is damaged. */
    @Test
    void aHeadThatAStrangerHasCountersignedIsPresentedAsOneThatNobodyHas() {
      appendAndSeal(5);
      Cosigner stranger = new Cosigner("auditor.example/w1", fixtureSeed());
      keep(5, stranger.cosign(fixture.book.head().orElseThrow(), NOW));

      assertThat(fixture.book.head().orElseThrow().signatures()).hasSize(1);
      assertThat(fixture.book.status().countersigned()).isNull();
      Receipt receipt = fixture.book.receipt("Donation", fixture.leaves().getFirst().streamId());
      assertThat(((Receipt.Ready) receipt).countersigned()).isFalse();
    }

    @Test
    void anOlderCountersignedHeadIsNotPassedOffAsTheLast() {
      appendAndSeal(5);
      String old = countersigned();
      appendAndSeal(5);
      keep(10, SignedNote.parse(old));

      assertDamaged(fixture.book::head);
      assertDamaged(() -> fixture.book.receipt("Donation", fixture.leaves().getLast().streamId()));
    }

    private void keep(long size, SignedNote note) {
      fixture.database.execute(
          "insert into ledger.seal_countersigned (size, note) values (%d, '%s')"
              .formatted(size, note));
    }

    private void assertDamaged(ThrowingCallable question) {
      assertThatThrownBy(question)
          .isInstanceOf(SealException.class)
          .isNotInstanceOf(HeadContradictedException.class);
    }

    /** What lies in the file, or is asked for later, may be newer than the tree. */
    @Test
    void aHeadThatIsCountersignedWhileSomebodyAsksContradictsNothing() {
      appendAndSeal(5);
      assertThat(askedWhileTheNextHeadIsCountersigned(SealedBook::size)).isEqualTo(5);
      assertThat(askedWhileTheNextHeadIsCountersigned(SealedBook::status).contradiction()).isNull();
      UUID first = fixture.leaves().getFirst().streamId();
      Receipt receipt =
          askedWhileTheNextHeadIsCountersigned(book -> book.receipt("Donation", first));
      assertThat(receipt).isInstanceOf(Receipt.Ready.class);
      assertThat(askedWhileTheNextHeadIsCountersigned(SealedBook::head)).isPresent();
    }

    private <T> T askedWhileTheNextHeadIsCountersigned(Function<SealedBook, T> question) {
      Meanwhile meanwhile =
          new Meanwhile(
              "seal_head",
              () -> {
                appendAndSeal(3);
                fixture.witnesses.accept(countersigned());
              });
      T answer =
          question.apply(new SealedBook(meanwhile.in(fixture.dataSource), fixture.witnesses));
      meanwhile.assertHappened();
      return answer;
    }

    private void assertRefused() {
      assertThatThrownBy(fixture.book::head).isInstanceOf(HeadContradictedException.class);
      assertThatThrownBy(() -> fixture.book.receipt("Donation", UUID.randomUUID()))
          .isInstanceOf(HeadContradictedException.class);
      assertThatThrownBy(() -> fixture.book.inclusion(0, 1))
          .isInstanceOf(HeadContradictedException.class);
    }

    private byte[] fixtureSeed() {
      byte[] seed = new byte[32];
      seed[5] = 9;
      return seed;
    }
  }

  @Nested
  class Keys {

    @Test
    void theKeyLiesInAFileOfItsOwnThatOthersMayNotRead() throws Exception {
      Path file = folder.resolve("seal.key");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(SealKey.open(file, fixture.dataSource).publicKey())
          .isEqualTo(fixture.signer.publicKey());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      assertThatThrownBy(() -> SealKey.open(file, fixture.dataSource))
          .isInstanceOf(SealException.class)
          .hasMessageContaining("chmod 600");
    }

    @Test
    void aLostKeyIsNotReplacedByAnother() throws Exception {
      Path file = folder.resolve("seal.key");
      Files.delete(file);
      assertThatThrownBy(() -> SealKey.open(file, fixture.dataSource))
          .isInstanceOf(SealException.class)
          .hasMessageContaining("is missing");
      assertThat(file).doesNotExist();
    }

    @Test
    void theKeyOfAnotherLedgerIsRefused(@TempDir Path elsewhere) {
      try (SealFixture other = new SealFixture(elsewhere)) {
        assertThatThrownBy(() -> SealKey.open(folder.resolve("seal.key"), other.dataSource))
            .isInstanceOf(SealException.class)
            .hasMessageContaining("another ledger");
      }
    }
  }
}
