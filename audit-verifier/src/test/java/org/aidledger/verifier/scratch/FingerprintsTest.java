package org.aidledger.verifier.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {

  private static final long KEY0 = 0x07060504_03020100L;
  private static final long KEY1 = 0x0f0e0d0c_0b0a0908L;

  /** The bytes 0, 1, 2 … under the key 0, 1, 2 …, as the authors of SipHash and OpenSSL have it. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "2, 8177228da4a45dc7fca38bdef60affe4",
    "6, 14eeca338b208613485ea0308fd7a15e",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "14, 31fcefac66d7de9c7ec7485fe4494902",
    "72, 39359f50fcc6f5062508c9047f827ea2"
  })
  void itIsSipHash(int bytes, String expected) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes; i += 2) {
      text.append((char) (i | (i + 1) << 8));
    }
    Fingerprint found = new Fingerprints(KEY0, KEY1).of(text.toString());
    assertThat(
            "%016x%016x".formatted(Long.reverseBytes(found.high()), Long.reverseBytes(found.low())))
        .isEqualTo(expected);
  }

  @Test
  void halvesOfCharactersAreNotTakenForOneAnother() {
    Fingerprints fingerprints = new Fingerprints();
    assertThat(fingerprints.of("\ud800")).isNotEqualTo(fingerprints.of("\ud801"));
    assertThat(fingerprints.of("\ud800")).isNotEqualTo(fingerprints.of("?"));
    assertThat(fingerprints.of("某")).isEqualTo(fingerprints.of("某"));
  }

  @Test
  void noTwoRunsWriteTheSameOfOneName() {
    assertThat(new Fingerprints().of("王小明")).isNotEqualTo(new Fingerprints().of("王小明"));
  }
}
