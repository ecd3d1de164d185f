package org.aidledger.api.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The public pages under a flood of requests. */
class CrowdTest {

  private static boolean ask(Crowd crowd, String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/public");
    request.setRemoteAddr(address);
    return crowd.preHandle(request, new MockHttpServletResponse(), "a page");
  }

  @Test
  void oneAddressIsAnsweredSoOftenAMinuteAndThenToldWhenToComeAgain() {
    Crowd crowd = new Crowd(3);
    for (int i = 0; i < 3; i++) {
      assertThat(ask(crowd, "192.0.2.1")).isTrue();
    }

    Problem refused =
        catchThrowableOfType(ApiProblem.class, () -> ask(crowd, "192.0.2.1")).problem();

    assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
    assertThat(refused.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(refused.facts().get(Problem.RETRY_AFTER))
        .isInstanceOfSatisfying(Long.class, wait -> assertThat(wait).isBetween(1L, 60L));
  }

  @Test
  void othersAreAnsweredMeanwhile() {
    Crowd crowd = new Crowd(1);
    assertThat(ask(crowd, "192.0.2.1")).isTrue();
    assertThat(catchThrowableOfType(ApiProblem.class, () -> ask(crowd, "192.0.2.1"))).isNotNull();

    assertThat(ask(crowd, "192.0.2.2")).isTrue();
  }
}
