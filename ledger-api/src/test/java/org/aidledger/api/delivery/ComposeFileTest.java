package org.aidledger.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {

  private static Map<String, Map<String, Object>> services = Map.of();

  @BeforeAll
  static void read() throws Exception {
    try (Reader file = Files.newBufferedReader(Path.of("../docker-compose.yml"))) {
      Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
      services = compose.getOrDefault("services", Map.of());
    }
  }

  @Test
  void axonServerAndPostgresCarryTwoNodes() {
    assertThat(services).containsOnlyKeys("axonserver", "postgres", "api-1", "api-2");
  }

  @Test
  void everyServiceTellsItsHealthAndComesBack() {
    assertThat(services)
        .allSatisfy((name, service) -> assertThat(service).containsKeys("healthcheck", "restart"));
  }

  @Test
  void everyImageIsPinned() {
    assertThat(services)
        .allSatisfy(
            (name, service) ->
                assertThat((String) service.get("image")).matches("[a-z/-]+:[0-9][0-9A-Za-z.-]+"));
  }

  @Test
  void everyPublishedPortIsOnLoopback() {
    assertThat(services)
        .allSatisfy(
            (name, service) -> {
              if (service.get("ports") instanceof List<?> ports) {
                assertThat(ports).allMatch(port -> port.toString().startsWith("127.0.0.1:"));
              }
            });
    assertThat(services.get("postgres")).doesNotContainKey("ports");
    assertThat(services.get("axonserver")).doesNotContainKey("ports");
  }

  @Test
  void noSecretStandsInTheFile() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../docker-compose.yml"));
    assertThat(lines)
        .filteredOn(line -> line.contains("PASSWORD:"))
        .isNotEmpty()
        .allMatch(line -> line.contains("${"));
  }
}
