package org.aidledger.core.finding;

/** How far a finding is. */
public enum FindingState {
  /** 待整改: nobody has answered it. */
  RAISED,
  /** 已整改待销号: answered; an auditor looks at the answer. */
  ANSWERED,
  /** 已销号: an auditor is content. */
  CLOSED
}
