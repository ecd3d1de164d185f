package org.aidledger.projections.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a list, after which the next page begins.
 *
 * @param position the position of an event
 * @param line the line of that event, from 0
 */
public record Cursor(long position, int line) {

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Cursor parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new Cursor(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  /** The text form, such as {@code 4711.0}. */
  @Override
  public String toString() {
    return position + "." + line;
  }
}
