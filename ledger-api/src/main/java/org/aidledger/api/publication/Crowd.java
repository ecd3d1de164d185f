package org.aidledger.api.publication;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.security.Address;
import org.aidledger.api.security.Throttle;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps one address from asking for public pages faster than people read. */
final class Crowd implements HandlerInterceptor {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 20_000;

  private final Throttle throttle;

  /**
   * Counts from now on.
   *
   * @param aMinute how many requests of one address are answered within a minute
   */
  Crowd(int aMinute) {
    this.throttle = new Throttle(System::nanoTime, WINDOW, aMinute, MOST_ADDRESSES);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Duration wait = throttle.begin(Address.group(String.valueOf(request.getRemoteAddr())));
    if (wait.isPositive()) {
      throw new ApiProblem(
          ApiCode.TOO_MANY_REQUESTS,
          null,
          Map.of(Problem.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds())));
    }
    return true;
  }
}
