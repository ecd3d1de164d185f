package org.aidledger.api.web.text;

import java.util.List;
import java.util.stream.Collectors;

/** Positions of the book as people read and type them. */
public final class Positions {

  private Positions() {}

  /** One after the other, with a comma and a space between them. */
  public static String joined(List<Long> positions) {
    return positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
