package org.aidledger.api.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void fillsPlacesByName() {
    assertThat(Template.fill("{a} and {b}", Map.of("a", "1", "b", "2"))).isEqualTo("1 and 2");
  }

  @Test
  void leavesOutAPartWhoseFactIsNotThere() {
    assertThat(Template.fill("x[ for {a}][ by {b}]", Map.of("b", "2"))).isEqualTo("x by 2");
  }

  @Test
  void takesFactsAsTheyAre() {
    assertThat(Template.fill("{a}[ ({b})]", Map.of("a", "[{b}] $1 \\", "b", "{a}")))
        .isEqualTo("[{b}] $1 \\ ({a})");
  }
}
