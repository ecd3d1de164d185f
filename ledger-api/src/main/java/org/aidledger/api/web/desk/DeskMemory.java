package org.aidledger.api.web.desk;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.LocalDate;
import org.aidledger.core.donation.Channel;

/** What the desk keeps from one entry to the next, so that it need not be typed again. */
record DeskMemory(Channel channel, LocalDate receivedOn) implements Serializable {

  /** What the last entry had; before the first one today, by bank transfer. */
  static DeskMemory of(HttpSession session, LocalDate today) {
    return session.getAttribute(DeskMemory.class.getName()) instanceof DeskMemory kept
        ? kept
        : new DeskMemory(Channel.BANK_TRANSFER, today);
  }

  void keep(HttpSession session) {
    session.setAttribute(DeskMemory.class.getName(), this);
  }
}
