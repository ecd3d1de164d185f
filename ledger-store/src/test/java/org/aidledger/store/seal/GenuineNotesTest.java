package org.aidledger.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.junit.jupiter.api.Test;

class GenuineNotesTest {

  private final NoteSigner signer = new NoteSigner("book.example/1", new byte[32]);
  private final NoteSigner other = new NoteSigner("other.example/1", new byte[32]);
  private final GenuineNotes notes = new GenuineNotes();

  @Test
  void whatWasOnceGenuineLendsItsNameToNothingElse() {
    SignedNote genuine = signer.sign("ten\n");
    assertThat(notes.signed(genuine, signer.publicKey())).isTrue();
    assertThat(notes.signed(genuine, signer.publicKey())).isTrue();

    assertThat(notes.signed(genuine, other.publicKey())).isFalse();
    SignedNote otherText = new SignedNote("eleven\n", genuine.signatures());
    assertRefused(otherText);
    assertRefused(otherText);
    assertRefused(new SignedNote("ten\n", signer.sign("eleven\n").signatures()));
    assertThat(notes.signed(new SignedNote("ten\n", List.of()), signer.publicKey())).isFalse();
  }

  @Test
  void aThousandNotesLaterTheFirstIsStillGenuine() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(notes.signed(signer.sign(i + "\n"), signer.publicKey())).isTrue();
    }
    assertThat(notes.signed(signer.sign("0\n"), signer.publicKey())).isTrue();
  }

  private void assertRefused(SignedNote note) {
    assertThatThrownBy(() -> notes.signed(note, signer.publicKey()))
        .isInstanceOf(NoteException.class);
  }
}
