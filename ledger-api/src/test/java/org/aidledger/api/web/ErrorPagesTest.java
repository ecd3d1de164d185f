package org.aidledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ExtendedModelMap;

class ErrorPagesTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final ExtendedModelMap model = new ExtendedModelMap();

  @ParameterizedTest
  @CsvSource({
    "400, badRequest",
    "401, forbidden",
    "403, forbidden",
    "404, notFound",
    "405, badRequest",
    "429, busy",
    "500, broken",
    "503, busy"
  })
  void everyStatusHasItsWords(int status, String reason) {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    new ErrorPages().show(request, model);
    assertThat(model.get("reason")).isEqualTo(reason);
    assertThat(model.get("errorId")).isNull();
  }

  @Test
  void whoOpensTheAddressByHandFindsNothing() {
    new ErrorPages().show(request, model);
    assertThat(model.get("reason")).isEqualTo("notFound");
  }

  @Test
  void aFaultIsNamedAsInTheLog() {
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(
        Problem.class.getName(), Problem.of(ApiCode.INTERNAL, null, Map.of("errorId", "1f2e")));
    new ErrorPages().show(request, model);
    assertThat(model.get("errorId")).isEqualTo("1f2e");
  }
}
