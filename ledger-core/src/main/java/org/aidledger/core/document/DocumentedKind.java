package org.aidledger.core.document;

/** What a source document can prove. */
public enum DocumentedKind {
  DONATION,
  /** An opening balance, other income or other expense. */
  ENTRY,
  TRANSFER,
  PAYOUT,
  PAYOUT_BATCH
}
