package org.aidledger.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.store.postgres.DataInUseException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** {@code serve}: everything on one machine, until it is told to stop. */
final class Serve {

  /** The data folder belongs to a process that is running already. */
  static final int DATA_IN_USE = 3;

  private static final int WRONG_USE = 64;

  private Serve() {}

  /** Starts the application and returns; 0 while it runs on, else the exit status. */
  static int run(String[] options) {
    SpringApplication application = new SpringApplication(LedgerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    List<String> settings = new ArrayList<>();
    for (int i = 0; i < options.length; i++) {
      switch (options[i]) {
        case "--demo" -> settings.add("--ledger.demo=true");
        case "--data" -> settings.add("--ledger.data=" + value(options, ++i));
        case "--port" -> settings.add("--server.port=" + value(options, ++i));
        default -> settings.add(options[i]);
      }
    }
    if (settings.contains("")) {
      System.err.println("serve [--data DIR] [--port N] [--demo]");
      return WRONG_USE;
    }
    return start(application, settings);
  }

  private static int start(SpringApplication application, List<String> settings) {
    try {
      application.run(settings.toArray(String[]::new));
      return 0;
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof DataInUseException inUse) {
          System.err.println(
              "数据目录正在被另一个爱心账进程使用，请先停止它。 "
                  + "The data folder is in use by another Aid Ledger process: "
                  + inUse.getMessage());
          return DATA_IN_USE;
        }
      }
      throw failure;
    }
  }

  private static String value(String[] options, int at) {
    return at < options.length ? Path.of(options[at]).toString() : "";
  }
}
