package org.aidledger.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.merkle.TreeHasher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final Hash ROOT = new TreeHasher().leaf(new byte[] {1});
  private static final NoteSigner BOOK = new NoteSigner("aid-ledger/test", seed(1));
  private static final Cosigner WITNESS = new Cosigner("auditor.example/w1", seed(2));

  private static byte[] seed(int first) {
    byte[] seed = new byte[32];
    seed[0] = (byte) first;
    return seed;
  }

  private static SignedNote checkpoint() {
    return BOOK.sign(new Checkpoint("aid-ledger/test", 42, ROOT).text());
  }

  @Nested
  class Keys {

    /** RFC 8032, section 7.1, test 1. */
    @Test
    void aPrivateKeyHasThePublicKeyThatTheStandardNames() {
      byte[] key =
          HexFormat.of()
              .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
      assertThat(HexFormat.of().formatHex(NoteSigner.publicKeyOf(key)))
          .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
      assertThat(HexFormat.of().formatHex(Ed25519.sign(Ed25519.pair(key), new byte[0])))
          .isEqualTo(
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                  + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void aPublicKeyReadsBack() {
      assertThat(VerifierKey.parse(BOOK.publicKey().toString())).isEqualTo(BOOK.publicKey());
      VerifierKey witness = VerifierKey.parse(WITNESS.publicKey().toString());
      assertThat(witness).isEqualTo(WITNESS.publicKey()).isNotEqualTo(BOOK.publicKey());
      assertThat(witness.kind()).isEqualTo(SignatureKind.COSIGNATURE);
    }

    @Test
    void theSameKeyHasAnotherNumberForEachKind() {
      assertThat(new Cosigner("a", seed(1)).publicKey().id())
          .isNotEqualTo(new NoteSigner("a", seed(1)).publicKey().id());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "example.com/foo",
          "example.com/foo+530d903a",
          "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "exam ple/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
          "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv",
          "example.com/foo+530d903a+",
          "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        })
    void whatIsNoPublicKeyIsRefused(String text) {
      assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(NoteException.class);
    }
  }

  @Nested
  class Notes {

    /** The example in the specification of signed notes. */
    @Test
    void theNoteOfTheSpecificationIsGenuine() {
      VerifierKey key =
          VerifierKey.parse(
              "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
      SignedNote note =
          SignedNote.parse(
              "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq"
                  + "6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
      assertThat(note.signedBy(key)).isTrue();
      assertThat(note.signedBy(BOOK.publicKey())).isFalse();
    }

    @Test
    void aNoteReadsBackAndItsSignatureIsGenuine() {
      SignedNote note = SignedNote.parse(checkpoint().toString());
      assertThat(note.toString()).isEqualTo(checkpoint().toString());
      assertThat(note.signedBy(BOOK.publicKey())).isTrue();
      assertThat(Checkpoint.of(note)).isEqualTo(new Checkpoint("aid-ledger/test", 42, ROOT));
    }

    @Test
    void aNoteWithOneFlippedBitIsNotGenuine() {
      long seed = System.nanoTime();
      Random random = new Random(seed);
      String good = WITNESS.cosign(checkpoint(), Instant.ofEpochSecond(1_790_000_000)).toString();
      for (int i = 0; i < 1_000; i++) {
        StringBuilder bad = new StringBuilder(good);
        int at = random.nextInt(bad.length());
        bad.setCharAt(at, (char) (bad.charAt(at) ^ (1 << random.nextInt(7))));
        assertThat(genuine(bad.toString())).as("seed " + seed + "\n" + bad).isFalse();
      }
      assertThat(genuine(good)).isTrue();
    }

    private boolean genuine(String text) {
      try {
        SignedNote note = SignedNote.parse(text);
        return note.signedBy(BOOK.publicKey()) && note.signedBy(WITNESS.publicKey());
      } catch (NoteException e) {
        return false;
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "text\n",
          "text\n\n",
          "text\n\n— a b\n",
          "text\n\n- a AAAAAAA=\n",
          "text\n\n— a AAAAAAA=",
          "text\n\n—  AAAAAAA=\n",
          "te\txt\n\n— a AAAAAAA=\n",
          "text\n\n— a AAAAAAA\n",
          "text\n\n— a AAAAAA==\n",
          "text\n\n— a AAAAAAA=\r\n"
        })
    void whatIsNoNoteIsRefused(String text) {
      assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(NoteException.class);
    }

    @Test
    void aNoteThatIsTooLongOrHasTooManySignaturesIsRefused() {
      String line = "— a AAAAAAA=\n";
      assertThat(SignedNote.parse("t\n\n" + line.repeat(16)).signatures()).hasSize(16);
      assertThatThrownBy(() -> SignedNote.parse("t\n\n" + line.repeat(101)))
          .isInstanceOf(NoteException.class);
      assertThatThrownBy(
              () -> SignedNote.parse("t".repeat(SignedNote.MOST_CHARACTERS) + "\n\n" + line))
          .isInstanceOf(NoteException.class);
    }
  }

  @Nested
  class Checkpoints {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "book\n1\n",
          "book\n01\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
          "book\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
          "book\n9999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
          "book\n1\nAAAA\n",
          "book\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
          "the book\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
          "book\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n"
        })
    void whatIsNoCheckpointIsRefused(String text) {
      SignedNote note = BOOK.sign(text);
      assertThatThrownBy(() -> Checkpoint.of(note)).isInstanceOf(NoteException.class);
    }

    @Test
    void aCountersignedCheckpointCarriesBothSignatures() {
      SignedNote note = WITNESS.cosign(checkpoint(), Instant.ofEpochSecond(1_790_000_000));
      assertThat(note.signedBy(BOOK.publicKey())).isTrue();
      assertThat(note.signedBy(WITNESS.publicKey())).isTrue();
      NoteSignature signature = note.signatures().get(1);
      assertThat(ByteBuffer.wrap(signature.signature()).getLong()).isEqualTo(1_790_000_000);
    }

    @Test
    void aCountersignatureWithAnotherTimeOrOfAnotherBookIsNotGenuine() {
      NoteSignature genuine =
          WITNESS.cosign(checkpoint(), Instant.ofEpochSecond(5)).signatures().get(1);
      byte[] later = genuine.signature();
      later[7]++;
      SignedNote forged =
          checkpoint().with(new NoteSignature(genuine.name(), genuine.keyId(), later));
      assertThatThrownBy(() -> forged.signedBy(WITNESS.publicKey()))
          .isInstanceOf(NoteException.class);
      SignedNote other = BOOK.sign(new Checkpoint("aid-ledger/other", 42, ROOT).text());
      assertThatThrownBy(() -> other.with(genuine).signedBy(WITNESS.publicKey()))
          .isInstanceOf(NoteException.class);
    }

    @Test
    void aPlainSignatureDoesNotPassForACountersignature() {
      NoteSigner plain = new NoteSigner(WITNESS.publicKey().name(), seed(2));
      SignedNote note = plain.sign(checkpoint().text());
      assertThat(note.signedBy(WITNESS.publicKey())).isFalse();
      SignedNote renumbered =
          new SignedNote(
              note.text(),
              List.of(
                  new NoteSignature(
                      WITNESS.publicKey().name(),
                      WITNESS.publicKey().id(),
                      note.signatures().getFirst().signature())));
      assertThatThrownBy(() -> renumbered.signedBy(WITNESS.publicKey()))
          .isInstanceOf(NoteException.class);
    }
  }
}
