package org.aidledger.api.admission;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about the queue of orders.
 *
 * @param targetWait how long an order that was let in should wait at the most; the bound follows
 *     the measured speed so that the queue is answered within this time
 * @param leastLines the bound never falls below so many lines: recording many together is what
 *     makes it fast
 * @param leastOrders so many orders are let in at once, however many lines they have
 * @param mostLines the bound never rises above so many lines, whatever the speed
 */
@ConfigurationProperties("ledger.admission")
public record AdmissionSettings(
    @DefaultValue("200ms") Duration targetWait,
    @DefaultValue("200") int leastLines,
    @DefaultValue("4") int leastOrders,
    @DefaultValue("20000") int mostLines) {

  /** Checks what was set. */
  public AdmissionSettings {
    if (targetWait.toMillis() < 1 || leastLines < 1 || leastOrders < 1 || mostLines < leastLines) {
      throw new IllegalArgumentException(
          "ledger.admission: target-wait must be a millisecond or more, least-lines and"
              + " least-orders 1 or more, and most-lines not below least-lines");
    }
  }
}
