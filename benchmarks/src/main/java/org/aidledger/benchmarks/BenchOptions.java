package org.aidledger.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command was told.
 *
 * @param root of the project, below whose {@code target} everything is written
 * @param application the application's own jar
 * @param profile whether to draw where Java's processor time goes, which takes some of it
 * @param here whether to measure in this process and to leave other results alone
 * @param names of scenarios; none means all
 * @param unknown options that there are not
 */
record BenchOptions(
    Path root,
    Optional<Path> application,
    boolean quick,
    boolean profile,
    boolean here,
    List<String> names,
    List<String> unknown) {

  static BenchOptions read(List<String> args) {
    Path root = Path.of("");
    Optional<Path> application = Optional.empty();
    boolean quick = false;
    boolean profile = false;
    boolean here = false;
    List<String> names = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String word = args.get(i);
      boolean valueFollows = i + 1 < args.size();
      if (word.equals("--quick")) {
        quick = true;
      } else if (word.equals("--profile")) {
        profile = true;
      } else if (word.equals("--here")) {
        here = true;
      } else if (word.equals("--root") && valueFollows) {
        root = Path.of(args.get(++i));
      } else if (word.equals("--jar") && valueFollows) {
        application = Optional.of(Path.of(args.get(++i)).toAbsolutePath());
      } else {
        (word.startsWith("-") ? unknown : names).add(word);
      }
    }
    return new BenchOptions(
        root.toAbsolutePath(), application, quick, profile, here, names, unknown);
  }

  /**
   * Whether all sessions share one process. To start the application in a new one takes longer than
   * most scenarios do at a tenth of their size, because nothing is compiled in it; a profile wants
   * options for Java of its own.
   */
  boolean oneProcess() {
    return quick && !profile;
  }

  /** Whether a scenario is to be measured. */
  boolean wants(String scenario) {
    return names.isEmpty() || names.contains(scenario);
  }

  /** Where the results are written. */
  Path results() {
    return root.resolve("target/bench");
  }

  /** Where profiles are drawn, if at all. */
  Profile drawn() {
    return profile ? new Profile(results()) : Profile.none();
  }

  /** Where the books lie while they are measured. */
  Path work() {
    return root.resolve("target/bench-work");
  }

  /** Held while something is measured below this root. */
  Path lock() {
    return root.resolve("target/bench.lock");
  }

  /** The same for scenarios that are measured in the process which is given this. */
  List<String> forOne(List<String> scenarios) {
    List<String> args = new ArrayList<>(List.of("--here", "--root", root.toString()));
    application.ifPresent(jar -> args.addAll(List.of("--jar", jar.toString())));
    if (quick) {
      args.add("--quick");
    }
    if (profile) {
      args.add("--profile");
    }
    args.addAll(scenarios);
    return args;
  }
}
