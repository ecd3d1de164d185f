package org.aidledger.api.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A node without its event store takes no requests; Axon's own indicator knows older Boots only.
 */
final class ServerHealth implements HealthIndicator {

  private final AxonServerConnectionManager connections;
  private final String context;

  ServerHealth(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
    this.connections = connections;
    this.context = configuration.getContext();
  }

  @Override
  public Health health() {
    return connections.isConnected(context) ? Health.up().build() : Health.down().build();
  }
}
