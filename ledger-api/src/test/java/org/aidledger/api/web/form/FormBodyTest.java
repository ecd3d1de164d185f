package org.aidledger.api.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields with dotted names become the body that REST would have been sent. */
class FormBodyTest {

  private final FormBody body = new FormBody();

  @Test
  void dotsMakeObjects() {
    body.text("amount", List.of("5"));
    body.text("donor.name", List.of("王芳"));
    body.flag("donor.anonymous", false);
    body.list("roles", List.of("FINANCE", " ", "CASHIER"));

    assertThat(body.node())
        .hasToString(
            "{\"amount\":\"5\",\"donor\":{\"name\":\"王芳\",\"anonymous\":false},"
                + "\"roles\":[\"FINANCE\",\"CASHIER\"]}");
  }

  @Test
  void anEmptyFieldIsAbsentButItsObjectIsThere() {
    body.text("donor.name", List.of(" "));
    body.text("amount", List.of());

    assertThat(body.node()).hasToString("{\"donor\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a..b", ".a", "a.", "1a", "a-b", "a.b.c.d.e", "__proto__"})
  void aNameThatNoFormHasIsRefused(String name) {
    assertThat(refused(() -> body.text(name, List.of("x")))).isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void aTextIsNoObjectAndNoFieldComesTwice() {
    body.text("donor", List.of("x"));

    assertThat(refused(() -> body.text("donor.name", List.of("x")))).isEqualTo("UNKNOWN_FIELD");
    assertThat(refused(() -> body.text("amount", List.of("1", "2")))).isEqualTo("DUPLICATE_KEY");
  }

  private static String refused(Runnable order) {
    return catchThrowableOfType(ApiProblem.class, order::run).problem().code();
  }
}
