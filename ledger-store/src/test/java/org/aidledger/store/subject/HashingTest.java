package org.aidledger.store.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

class HashingTest {

  @Test
  void keysAreThoseOfTheHkdfOfJavaItself() throws Exception {
    Random random = new Random(5869);
    for (int saltBytes : new int[] {0, 1, 16, 32, 64, 65, 100}) {
      byte[] master = new byte[32];
      byte[] salt = new byte[saltBytes];
      random.nextBytes(master);
      random.nextBytes(salt);
      for (String purpose : new String[] {"", "aid-ledger/subject/v1", "爱心账".repeat(40)}) {
        byte[] expected =
            KDF.getInstance("HKDF-SHA256")
                .deriveData(
                    HKDFParameterSpec.ofExtract()
                        .addIKM(master)
                        .addSalt(salt)
                        .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        assertThat(Hashing.derive(master, salt, purpose)).isEqualTo(expected);
      }
    }
  }

  /** RFC 5869, A.3: no salt, no purpose; of its 42 bytes the first 32. */
  @Test
  void aKeyWithoutSaltIsThatOfTheStandard() {
    byte[] master = HexFormat.of().parseHex("0b".repeat(22));
    assertThat(HexFormat.of().formatHex(Hashing.derive(master, new byte[0], "")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }
}
