package org.aidledger.api.roster;

/** What a column of a roster can hold. */
public enum RosterField {
  /** The number under which the entry is filed: bank serial, receipt number. */
  REFERENCE("reference"),
  /** Who gives or is to be paid. */
  NAME("name"),
  IDENTITY_NUMBER("identityNumber"),
  STAFF_NUMBER("staffNumber"),
  PHONE("phone"),
  UNIT("unit"),
  AMOUNT("amount"),
  /** Money that came into the account. */
  INCOMING("incoming"),
  /** Money that left the account. */
  OUTGOING("outgoing"),
  /** Whether the amount came or left, where one column holds both. */
  DIRECTION("direction"),
  DAY("day"),
  CHANNEL("channel"),
  PURPOSE("purpose"),
  /** The employee through whom the payee is helped. */
  RELATIVE("relative"),
  BANK_ACCOUNT("bankAccount"),
  BANK_NAME("bankName"),
  PAYOUT_ID("payoutId"),
  RESULT("result"),
  BANK_REFERENCE("bankReference"),
  REASON("reason"),
  MEMO("memo");

  private final String key;

  RosterField(String key) {
    this.key = key;
  }

  /** Its name in the API. */
  public String key() {
    return key;
  }
}
