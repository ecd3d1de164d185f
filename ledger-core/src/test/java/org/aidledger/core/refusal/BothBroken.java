package org.aidledger.core.refusal;

/**
 * An order that breaks two rules.
 *
 * @param first the case, named after the rule that must be named
 * @param second the rule that is broken as well
 */
record BothBroken(Case first, RuleCode second) {

  @Override
  public String toString() {
    return first.code() + " before " + second + ": " + first.sentence();
  }
}
