package org.aidledger.benchmarks;

import java.util.Arrays;

/** Whose code a method is: the ledger's own are told one by one, all others by their library. */
enum Library {
  LEDGER("aid-ledger", "#e8a33d", "org.aidledger."),
  POSTGRESQL("PostgreSQL driver", "#5b8db8", "org.postgresql."),
  POOL("HikariCP", "#7fa7c9", "com.zaxxer."),
  AXON("Axon", "#9a7fc0", "org.axonframework."),
  SPRING("Spring", "#7fb069", "org.springframework."),
  TOMCAT("Tomcat", "#c9b458", "org.apache."),
  JACKSON("Jackson", "#c97fa7", "tools.jackson.", "com.fasterxml."),
  CIPHERS(
      "ciphers and digests",
      "#d1605e",
      "javax.crypto.",
      "com.sun.crypto.",
      "sun.security.",
      "java.security."),
  JDK("JDK", "#b8b8b8", "java.", "jdk.", "sun.", "javax."),
  OTHER("others", "#d8d8d8", "");

  private final String title;
  private final String colour;

  /** The beginnings of the names of its packages, with a space between them. */
  private final String packages;

  Library(String title, String colour, String... packages) {
    this.title = title;
    this.colour = colour;
    this.packages = String.join(" ", packages);
  }

  private boolean has(String type) {
    return Arrays.stream(packages.split(" ", -1)).anyMatch(type::startsWith);
  }

  /** What stands in the picture for a method. */
  static String step(String type, String method) {
    Library library =
        Arrays.stream(values()).filter(one -> one.has(type)).findFirst().orElse(OTHER);
    return library == LEDGER
        ? type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + method
        : library.title;
  }

  /** The colour of what {@link #step} told. */
  static String colour(String step) {
    return Arrays.stream(values())
        .filter(library -> library.title.equals(step))
        .findFirst()
        .orElse(LEDGER)
        .colour;
  }
}
