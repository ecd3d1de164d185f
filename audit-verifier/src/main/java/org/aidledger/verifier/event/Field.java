package org.aidledger.verifier.event;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of payloads that some check looks at; docs/events says what each means. */
public enum Field {
  ACCOUNT_ID("accountId"),
  AMOUNT("amount"),
  AMOUNT_BEFORE("amountBefore"),
  ANSWERED_BY("answeredBy"),
  APPROVALS("approvals"),
  APPROVAL_THRESHOLD("approvalThreshold"),
  APPROVED_BY("approvedBy"),
  BATCH_ID("batchId"),
  CHANGE_ID("changeId"),
  CLOSED_BY("closedBy"),
  CLOSED_THROUGH("closedThrough"),
  COMPLETE("complete"),
  CONFIRMED_BY("confirmedBy"),
  COUNT("count"),
  CURRENCY("currency"),
  DIGEST("digest"),
  DONATION_ID("donationId"),
  EFFECTIVE_ON("effectiveOn"),
  ENTRY_ID("entryId"),
  ENTRY_NUMBER("entryNumber"),
  FINDING_ID("findingId"),
  FIRST_ENTRY_NUMBER("firstEntryNumber"),
  FROM_ENTRY_NUMBER("fromEntryNumber"),
  FROM_FUND_ID("fromFundId"),
  FUNDS("funds"),
  FUND_ID("fundId"),
  KIND("kind"),
  LATE_ENTRIES("lateEntries"),
  MOVEMENT("movement"),
  ORGANISATION("organisation"),
  PAID_BY("paidBy"),
  PAID_ON("paidOn"),
  PAYOUT_ID("payoutId"),
  PAYOUT_IDS("payoutIds"),
  PERIOD("period"),
  PROPOSAL_ID("proposalId"),
  PROPOSED_BY("proposedBy"),
  RAISED_BY("raisedBy"),
  RECEIVED_ON("receivedOn"),
  RECEIVED_ON_BEFORE("receivedOnBefore"),
  REQUESTED_BY("requestedBy"),
  RETURNED_ON("returnedOn"),
  ROLE("role"),
  SUBJECT_ID("subjectId"),
  THRESHOLD_REMOVED("thresholdRemoved"),
  TO_ENTRY_NUMBER("toEntryNumber"),
  TO_FUND_ID("toFundId"),
  TOTAL("total"),
  TRANSFER_ID("transferId");

  private static final Map<String, Field> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_NAME.put(field.jsonName, field);
    }
  }

  private final String jsonName;

  Field(String jsonName) {
    this.jsonName = jsonName;
  }

  /** Its name in JSON. */
  public String jsonName() {
    return jsonName;
  }

  static @Nullable Field named(String name) {
    return BY_NAME.get(name);
  }
}
