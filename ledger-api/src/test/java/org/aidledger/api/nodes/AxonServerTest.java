package org.aidledger.api.nodes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.store.postgres.DatabaseOptions;
import org.aidledger.store.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.Yaml;

/**
 * Nodes that keep the book on Axon Server: in containers of the images that docker-compose.yml
 * names, or on the empty server that {@code -Dledger.test.axonserver=host:port} names, with the
 * embedded PostgreSQL. Skipped where there is neither.
 */
class AxonServerTest {

  private static final String SERVER = System.getProperty("ledger.test.axonserver", "");

  @TempDir private static Path folder;

  private static final Deque<AutoCloseable> OPEN = new ArrayDeque<>();
  private static Map<String, String> environment = Map.of();

  /** Within the test, so that it is counted and shown as skipped. */
  private static void start() throws Exception {
    assumeTrue(
        !SERVER.isEmpty() || DockerClientFactory.instance().isDockerAvailable(),
        "Skipped: needs Docker, or an empty Axon Server named by -Dledger.test.axonserver.");
    environment = new HashMap<>(SERVER.isEmpty() ? containers() : runningServer());
    environment.put("SPRING_PROFILES_ACTIVE", "axonserver");
  }

  @AfterAll
  static void stop() throws Exception {
    while (!OPEN.isEmpty()) {
      OPEN.pop().close();
    }
  }

  @Test
  void nodesShareOneBook() throws Exception {
    start();
    NodeProcess first = opened(NodeProcess.start(folder, "one", environment)).ready();
    Story.tell(new Office(List.of(first.port())), "ONE", 1_000);

    NodeProcess second = opened(NodeProcess.start(folder, "two", environment)).ready();
    Office both = new Office(List.of(first.port(), second.port()));
    Story.tell(both, "TWO", 1_000);
    KilledNode.tell(both, "KILLED", second);
  }

  private static Map<String, String> runningServer() throws Exception {
    EmbeddedDatabase database =
        opened(
            EmbeddedDatabase.start(
                folder.resolve("postgres"), DatabaseOptions.defaults().withoutWalFiles()));
    Map<String, String> shared =
        new HashMap<>(
            BookFolder.environment(
                folder, database.jdbcUrl(), database.user(), database.password()));
    shared.put("AXON_AXONSERVER_SERVERS", SERVER);
    return shared;
  }

  @SuppressWarnings("resource") // Both are closed after all tests.
  private static Map<String, String> containers() throws Exception {
    GenericContainer<?> server =
        opened(
            new GenericContainer<>(DockerImageName.parse(image("axonserver")))
                .withEnv("AXONIQ_AXONSERVER_STANDALONE", "true")
                .withEnv("AXONIQ_AXONSERVER_TELEMETRY_ENABLED", "false")
                .withEnv("AXONIQ_AXONSERVER_MAX_MESSAGE_SIZE", "16MB")
                .withExposedPorts(8024, 8124)
                .waitingFor(Wait.forHttp("/actuator/health").forPort(8024))
                .withStartupTimeout(Duration.ofMinutes(3)));
    GenericContainer<?> postgres =
        opened(
            new GenericContainer<>(DockerImageName.parse(image("postgres")))
                .withEnv("POSTGRES_DB", "aidledger")
                .withEnv("POSTGRES_USER", "aidledger")
                .withEnv("POSTGRES_PASSWORD", "of-the-test")
                .withExposedPorts(5432)
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2)));
    server.start();
    postgres.start();
    String url =
        "jdbc:postgresql://%s:%d/aidledger"
            .formatted(postgres.getHost(), postgres.getMappedPort(5432));
    Map<String, String> shared =
        new HashMap<>(BookFolder.environment(folder, url, "aidledger", "of-the-test"));
    shared.put("AXON_AXONSERVER_SERVERS", server.getHost() + ":" + server.getMappedPort(8124));
    return shared;
  }

  /** The image that the set-up for several machines pins. */
  private static String image(String service) throws Exception {
    Map<String, Map<String, Map<String, Object>>> compose =
        new Yaml().load(Files.readString(Path.of("../docker-compose.yml")));
    if (compose.getOrDefault("services", Map.of()).getOrDefault(service, Map.of()).get("image")
        instanceof String image) {
      return image;
    }
    throw new AssertionError("docker-compose.yml names no image for " + service);
  }

  private static <T extends AutoCloseable> T opened(T part) {
    OPEN.push(part);
    return part;
  }
}
