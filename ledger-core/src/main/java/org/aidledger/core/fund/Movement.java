package org.aidledger.core.fund;

/**
 * The ways in which a fund's money moves, each with what one unit of its amount does to what is
 * available and to what is reserved.
 *
 * <p>{@code DONATION_CORRECTION} and {@code DONATION_REVERSAL} carry the signed change of the
 * available money as their amount.
 */
public enum Movement {
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

  private final int onAvailable;
  private final int onReserved;

  Movement(int onAvailable, int onReserved) {
    this.onAvailable = onAvailable;
    this.onReserved = onReserved;
  }

  /** Whether it only gives back to the fund what was set aside or sent out before. */
  boolean comesBack() {
    return this == RELEASE || this == RETURN;
  }

  /** Whether it settles what comes back after the fund's end: pays it again, or passes it on. */
  boolean settles() {
    return comesBack() || this == PAYMENT || this == TRANSFER_OUT;
  }

  /** The signed change of the available money, in minor units. */
  public long onAvailable(long amount) {
    return Math.multiplyExact(onAvailable, amount);
  }

  /** The signed change of the reserved money, in minor units. */
  public long onReserved(long amount) {
    return Math.multiplyExact(onReserved, amount);
  }
}
