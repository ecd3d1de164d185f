package org.aidledger.projections.sample;

/** What is drawn from, with the condition on a line of the trail and the sign of its amount. */
public enum SampleOf {
  /** Donations with what their corrections and reversals left of them. */
  DONATIONS("t.movement in ('DONATION', 'DONATION_CORRECTION', 'DONATION_REVERSAL')", "t.amount"),
  /** Payouts that were paid, less what the bank returned. */
  PAYOUTS(
      "t.movement in ('PAYMENT', 'RETURN')",
      "case t.movement when 'RETURN' then -t.amount else t.amount end");

  private final String condition;
  private final String value;

  SampleOf(String condition, String value) {
    this.condition = condition;
    this.value = value;
  }

  String condition() {
    return condition;
  }

  String value() {
    return value;
  }
}
