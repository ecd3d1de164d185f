package org.aidledger.api.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keyed digests are told from references that people gave. */
class ReferencesTest {

  private static final String DIGEST = "q0W3bN5-_x9Yk2LmTz7RfC4vHs8Jd1PoEuAiGy6XwVc";

  @Test
  void aDigestIsKnownByItsLengthAndLetters() {
    assertThat(References.isDigest(DIGEST)).isTrue();
    assertThat(References.isDigest(DIGEST + "=")).isTrue();
    assertThat(References.isDigest(DIGEST.substring(1))).isFalse();
    assertThat(References.isDigest(DIGEST + "xx")).isFalse();
    assertThat(References.isDigest("R9-" + DIGEST.substring(4) + "号")).isFalse();
    assertThat(References.isDigest("R9-2026-0001")).isFalse();
  }

  @Test
  void onlyADigestIsCutShort() {
    assertThat(References.brief(DIGEST)).isEqualTo("q0W3bN5-…");
    assertThat(References.brief("R9-2026-0001")).isEqualTo("R9-2026-0001");
  }
}
