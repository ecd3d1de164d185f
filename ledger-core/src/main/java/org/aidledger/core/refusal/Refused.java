package org.aidledger.core.refusal;

import java.util.Map;

/** A rule said no. Carries the rule's code and the figures that broke it, never personal data. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RuleCode code;
  private final transient Map<String, String> facts;

  public Refused(RuleCode code, Map<String, String> facts) {
    super(code + " " + facts, null, false, false);
    this.code = code;
    this.facts = Map.copyOf(facts);
  }

  public Refused(RuleCode code) {
    this(code, Map.of());
  }

  public RuleCode code() {
    return code;
  }

  /** Figures and identifiers, by name. */
  public Map<String, String> facts() {
    return facts;
  }
}
