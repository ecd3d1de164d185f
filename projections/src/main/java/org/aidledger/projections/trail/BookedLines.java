package org.aidledger.projections.trail;

/** Which entries of a period a statement lists. */
public enum BookedLines {
  /** Aid that was paid, and what the bank sent back of it. */
  PAYOUTS("t.movement in ('PAYMENT', 'RETURN') and not t.refund"),
  /** Donations with their corrections and reversals, and what was given back to donors. */
  DONATIONS(
      "(t.movement in ('DONATION', 'DONATION_CORRECTION', 'DONATION_REVERSAL')"
          + " or t.movement in ('PAYMENT', 'RETURN') and t.refund)"),
  /** What was taken back or recorded anew. */
  CORRECTIONS("t.type in ('DonationCorrected', 'DonationReversed', 'EntryReversed')"),
  /** Entries whose own month was closed before they were recorded. */
  LATE("t.posted_in is not null"),
  /** Payments that the bank sent back. */
  RETURNED("t.movement = 'RETURN'");

  private final String sql;

  BookedLines(String sql) {
    this.sql = sql;
  }

  /** The condition on the lines {@code t}; made of constants alone. */
  String sql() {
    return sql;
  }
}
