package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody, or a failing disk, changed what is stored of the seals; the book is as it was. */
class SealDamageTest {

  private static final int EVENTS = 700;

  @TempDir private Path folder;
  private SealFixture fixture;

  @BeforeEach
  void seal() {
    fixture = new SealFixture(folder);
    fixture.append(EVENTS);
    fixture.sealer().sealAll();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The proofs come from tile 1, which holds the leaves 256 to 511. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.seal_tile set hashes = set_byte(hashes, 76, 255 - get_byte(hashes, 76))"
            + " where index = 1",
        "update ledger.seal_tile t set hashes = o.hashes from ledger.seal_tile o"
            + " where t.index = 1 and o.index = 0",
        "alter table ledger.seal_tile drop constraint seal_tile_hashes_check;"
            + " update ledger.seal_tile set hashes = substr(hashes, 1, 64)",
        "delete from ledger.seal_tile where index = 1",
      })
  void noProofComesFromADamagedTile(String damage) {
    fixture.tamper("seal_tile", damage);

    assertThatThrownBy(() -> fixture.book.inclusion(300, EVENTS))
        .isInstanceOf(SealException.class)
        .hasMessageContainingAll("ile");
    assertThatThrownBy(() -> fixture.book.inclusion(256, 300)).isInstanceOf(SealException.class);
    assertThatThrownBy(() -> fixture.book.consistency(259, EVENTS))
        .isInstanceOf(SealException.class);
    assertThat(fixture.book.inclusion(600, EVENTS)).as("other tiles are whole").isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.seal_head set edge = substr(edge, 1, 32)",
        "update ledger.seal_head set edge = edge || '\\x00'",
        "update ledger.seal_head set edge = set_byte(edge, 0, 255 - get_byte(edge, 0))",
        "update ledger.seal_head set size = 699",
      })
  void anEdgeThatWasNotSignedIsNeitherPresentedNorContinued(String damage) {
    fixture.tamper("seal_head", damage);

    assertThatThrownBy(fixture.book::head).isInstanceOf(SealException.class);
    assertThatThrownBy(fixture.book::status).isInstanceOf(SealException.class);
    assertThatThrownBy(fixture.book::size).isInstanceOf(SealException.class);
    assertThatThrownBy(() -> fixture.book.inclusion(0, 1)).isInstanceOf(SealException.class);
    assertThatThrownBy(fixture.sealer()::sealAll).isInstanceOf(SealException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"note = 'x'", "note = replace(note, e'\\n700\\n', e'\\n701\\n')"})
  void aHeadThatTheBookDidNotSignIsNotPresented(String change) {
    fixture.tamper("seal_checkpoint", "update ledger.seal_checkpoint set " + change);

    assertThatThrownBy(fixture.book::head).isInstanceOf(SealException.class);
    assertThatThrownBy(fixture.book::status).isInstanceOf(SealException.class);
    assertThatThrownBy(fixture.sealer()::sealAll).isInstanceOf(SealException.class);
  }

  @Test
  void aCountersignedHeadThatIsUnreadableIsNotPassedOver() throws Exception {
    fixture.witnesses.accept(
        SealFixture.WITNESS
            .cosign(fixture.book.head().orElseThrow(), Instant.ofEpochSecond(1))
            .toString());
    Files.writeString(folder.resolve("countersigned.checkpoint"), "nothing of the kind\n");

    assertThatThrownBy(fixture.book::head)
        .isInstanceOf(SealException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(fixture.book::status).isInstanceOf(SealException.class);
  }
}
