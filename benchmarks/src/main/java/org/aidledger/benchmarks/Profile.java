package org.aidledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where Java's processor time went while something was measured: samples of the running threads,
 * taken by the Java virtual machine in proportion to the time they use, as a {@link FlameGraph}.
 * PostgreSQL's time is not in it.
 *
 * @param folder for the pictures; null for no profile, so that nothing is in the way
 */
record Profile(@Nullable Path folder) {

  /** Stacks of a request through Tomcat, Spring and Axon are deeper than the default of 64. */
  static final String JAVA_OPTION = "-XX:FlightRecorderOptions:stackdepth=256";

  private static final String EVENT = "jdk.CPUTimeSample";
  private static final String PERIOD = "5ms";

  static Profile none() {
    return new Profile(null);
  }

  /** Does what is measured, and writes {@code <name>.svg} if a profile is wanted. */
  <R> R around(String name, Callable<R> measured) throws Exception {
    if (folder == null) {
      return measured.call();
    }
    try (Recording recording = new Recording()) {
      recording.enable(EVENT).with("throttle", PERIOD);
      recording.start();
      R result = measured.call();
      recording.stop();
      Path samples = Files.createTempFile(folder, name, ".jfr");
      try {
        recording.dump(samples);
        graph(samples, name).write(Files.createDirectories(folder).resolve(name + ".svg"));
      } finally {
        Files.delete(samples);
      }
      return result;
    }
  }

  private static FlameGraph graph(Path samples, String name) throws IOException {
    FlameGraph graph = new FlameGraph(name);
    try (RecordingFile file = new RecordingFile(samples)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        RecordedStackTrace stack = event.getStackTrace();
        if (event.getEventType().getName().equals(EVENT) && stack != null) {
          graph.add(stack(event, stack));
        }
      }
    }
    return graph;
  }

  /** From the thread to what it was doing. */
  private static List<String> stack(RecordedEvent event, RecordedStackTrace trace) {
    List<String> stack = new ArrayList<>();
    for (RecordedFrame frame : trace.getFrames().reversed()) {
      String type = frame.getMethod().getType().getName();
      String step = Library.step(type, frame.getMethod().getName());
      // What the virtual machine makes for a lambda only passes on.
      if (!type.contains("$$Lambda") && (stack.isEmpty() || !stack.getLast().equals(step))) {
        stack.add(step);
      }
    }
    var thread = event.getThread("eventThread");
    String threadName = thread == null ? null : thread.getJavaName();
    stack.addFirst(
        threadName == null || threadName.isEmpty()
            ? "virtual threads"
            : threadName.replaceAll("[0-9]+", "*"));
    return stack;
  }
}
