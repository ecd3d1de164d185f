package org.aidledger.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures a session in a process of its own, with the Java options of this one: no session finds
 * what another has warmed up or left in the heap, and none takes the others down.
 */
final class OwnProcess {

  private OwnProcess() {}

  /** Measures and gives the process's exit status. */
  static int measure(BenchOptions options, List<String> scenarios)
      throws IOException, InterruptedException {
    List<String> java = new ArrayList<>(javaOptions());
    if (options.profile()) {
      java.add(Profile.JAVA_OPTION);
    }
    List<String> command = command(java, Bench.class);
    command.addAll(options.forOne(scenarios));
    Process process = new ProcessBuilder(command).inheritIO().start();
    // Whoever ends the command ends what it is measuring.
    Thread together = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(together);
    try {
      return process.waitFor();
    } finally {
      Runtime.getRuntime().removeShutdownHook(together);
    }
  }

  /** Starts Java with this process's classes, to be followed by what the program is told. */
  static List<String> command(List<String> javaOptions, Class<?> main) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    return command;
  }

  /** The options that this process was started with. */
  static List<String> javaOptions() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
