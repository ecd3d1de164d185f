package org.aidledger.core.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Does what the domain must not do, to see the rules fail. */
final class Offender {

  double share = 0.5;

  double worthToday() {
    System.out.println(Instant.now() + " " + UUID.randomUUID() + Files.exists(Path.of("x")));
    return share;
  }
}
