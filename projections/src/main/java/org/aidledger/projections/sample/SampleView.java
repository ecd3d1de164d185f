package org.aidledger.projections.sample;

import java.util.List;

/**
 * A sample.
 *
 * @param population how many items it was drawn from
 * @param total of their amounts, in minor units
 * @param interval between two drawn units; 0 if there was nothing to draw from
 * @param start the first drawn unit; 0 if there was nothing to draw from
 */
public record SampleView(long population, long total, long interval, long start, List<Item> items) {

  public SampleView {
    items = List.copyOf(items);
  }

  /**
   * An item that was drawn.
   *
   * @param streamId the donation or payout
   * @param position of its first event in question, by which items are ordered
   * @param latest position of the last event in question that gave it an amount; what it is as of
   *     the sample stands there
   * @param amount in minor units
   * @param before what the items before it add up to
   * @param hits how many drawn units lie in it
   */
  public record Item(
      String streamId,
      String fundId,
      long position,
      long latest,
      long amount,
      long before,
      long hits) {}
}
