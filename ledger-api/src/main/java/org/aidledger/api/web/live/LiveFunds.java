package org.aidledger.api.web.live;

import java.util.Map;

/**
 * What the book says at one moment, ready to be shown.
 *
 * @param position that the figures stand for
 * @param funds by fund id
 * @param totals of all funds, by currency
 */
record LiveFunds(long position, Map<String, Fund> funds, Map<String, Map<String, String>> totals) {

  /**
   * One fund.
   *
   * @param position of its latest event
   * @param figures by the keys of {@link org.aidledger.api.web.text.FigureText}
   * @param moved when its latest event was recorded
   */
  record Fund(long position, Map<String, String> figures, String moved) {}
}
