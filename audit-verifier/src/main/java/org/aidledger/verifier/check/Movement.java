package org.aidledger.verifier.check;

import org.aidledger.verifier.event.UnreadableException;

/** How the money of a fund moves: what one fen of an entry does to the two figures. */
enum Movement {
  OPENING(1, 0),
  DONATION(1, 0),
  DONATION_CORRECTION(1, 0),
  DONATION_REVERSAL(1, 0),
  INCOME(1, 0),
  EXPENSE(-1, 0),
  TRANSFER_IN(1, 0),
  TRANSFER_OUT(-1, 0),
  RESERVATION(-1, 1),
  RELEASE(1, -1),
  PAYMENT(0, -1),
  RETURN(0, 1);

  private final int available;
  private final int reserved;

  Movement(int available, int reserved) {
    this.available = available;
    this.reserved = reserved;
  }

  long available(long amount) {
    return Math.multiplyExact(available, amount);
  }

  long reserved(long amount) {
    return Math.multiplyExact(reserved, amount);
  }

  /** Whether a frozen fund takes it. */
  boolean allowedFrozen() {
    return this == RELEASE || this == RETURN;
  }

  /** Whether a closed fund takes it: what comes back from the bank and goes on its way again. */
  boolean allowedClosed() {
    return allowedFrozen() || this == PAYMENT || this == TRANSFER_OUT;
  }

  static Movement named(String name) {
    for (Movement movement : values()) {
      if (movement.name().equals(name)) {
        return movement;
      }
    }
    throw new UnreadableException("movement");
  }
}
