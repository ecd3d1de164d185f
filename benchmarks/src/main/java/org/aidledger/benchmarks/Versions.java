package org.aidledger.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.SpringBootVersion;

/** The programs and the machine of a run. */
final class Versions {

  private Versions() {}

  static Map<String, Object> ofThisProcess() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    versions.put("springBoot", SpringBootVersion.getVersion());
    String axon = CommandBus.class.getPackage().getImplementationVersion();
    versions.put("axon", axon == null ? "unknown" : axon);
    versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    versions.put("machine", System.getProperty("os.arch"));
    return versions;
  }
}
