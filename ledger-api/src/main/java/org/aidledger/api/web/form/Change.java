package org.aidledger.api.web.form;

/**
 * A line of a table that shows what an order will change.
 *
 * @param what what changes or stays, in words
 * @param number whether it is an amount, set to the right
 */
public record Change(String what, String before, String after, boolean number) {

  /** Whether the order changes it. */
  public boolean changes() {
    return !before.equals(after);
  }
}
