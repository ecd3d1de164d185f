package org.aidledger.core.finding;

/** How grave a finding is, as the auditor who raised it sees it. */
public enum Severity {
  /** 轻微: an oversight without effect on the money. */
  LOW,
  /** 一般: a rule was not kept; the money is where it should be. */
  MEDIUM,
  /** 严重: money went, or may have gone, where it should not. */
  HIGH
}
