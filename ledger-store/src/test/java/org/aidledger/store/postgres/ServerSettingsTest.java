package org.aidledger.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

  @ParameterizedTest
  @CsvSource({"1, 256", "4, 256", "8, 512", "16, 1024", "24, 1024", "512, 1024"})
  void sharedMemoryGrowsWithTheMachine(long gigabytes, long megabytes) {
    assertThat(ServerSettings.sharedMegabytes(gigabytes << 30)).isEqualTo(megabytes);
  }
}
