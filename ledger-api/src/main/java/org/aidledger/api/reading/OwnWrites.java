package org.aidledger.api.reading;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.springframework.web.servlet.HandlerInterceptor;

/** A reader that shows the position of its last command sees what that command wrote. */
public final class OwnWrites implements HandlerInterceptor {

  private final ReadWait wait;

  public OwnWrites(ReadWait wait) {
    this.wait = wait;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String position = request.getHeader(Positioned.HEADER);
    if (position != null && request.getMethod().equals("GET")) {
      if (!position.matches("-?[0-9]{1,18}")) {
        throw new ApiProblem(ApiCode.PARAMETER_MALFORMED, Positioned.HEADER);
      }
      wait.until(Long.parseLong(position));
    }
    return true;
  }
}
