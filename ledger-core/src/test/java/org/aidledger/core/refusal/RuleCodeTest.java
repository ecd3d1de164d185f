package org.aidledger.core.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code is named by a rule, and of two broken rules the one named comes first in the list. */
class RuleCodeTest {

  @ParameterizedTest
  @MethodSource("alone")
  void aBrokenRuleIsNamed(Case broken) {
    broken.requireRefused();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void ofTwoBrokenRulesTheFirstIsNamed(BothBroken pair) {
    assertThat(pair.first().code()).isLessThan(pair.second());
    pair.first().requireRefused();
  }

  @Test
  void noCodeIsWithoutARule() {
    Set<RuleCode> named = RuleCases.all().map(Case::code).collect(Collectors.toSet());
    assertThat(named).doesNotContainAnyElementsOf(RuleCases.AT_THE_EDGE);
    assertThat(EnumSet.allOf(RuleCode.class))
        .allMatch(code -> named.contains(code) || RuleCases.AT_THE_EDGE.contains(code));
  }

  static Stream<Case> alone() {
    return RuleCases.all();
  }

  static Stream<BothBroken> pairs() {
    return PrecedenceCases.all();
  }
}
