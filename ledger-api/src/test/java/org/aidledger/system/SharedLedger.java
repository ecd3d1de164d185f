package org.aidledger.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One ledger for all test classes of this process that do not kill or alter it; each works on funds
 * of its own. It is started by the first that asks and stopped after the last test of all: Surefire
 * runs the classes of one of several processes one by one, so the root of a run ends with each.
 */
final class SharedLedger implements ParameterResolver {

  private record Shared(RunningLedger ledger) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      ledger.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningLedger.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION,
            ExtensionContext.Namespace.create(SharedLedger.class))
        .computeIfAbsent("ledger", _ -> start(), Shared.class)
        .ledger();
  }

  private static Shared start() {
    try {
      Path folder = Files.createDirectories(Path.of("target/system"));
      return new Shared(
          RunningLedger.start(Files.createTempDirectory(folder.toRealPath(), "shared-")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
