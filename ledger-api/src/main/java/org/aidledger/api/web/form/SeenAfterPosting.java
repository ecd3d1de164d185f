package org.aidledger.api.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.aidledger.api.reading.ReadWait;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The page that a form leads to shows what the form wrote. */
final class SeenAfterPosting implements HandlerInterceptor {

  private final ReadWait wait;

  SeenAfterPosting(ReadWait wait) {
    this.wait = wait;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Map<String, ?> flashed = RequestContextUtils.getInputFlashMap(request);
    if (flashed != null
        && flashed.get(Flash.NAME) instanceof Flash flash
        && flash.position() >= 0) {
      wait.until(flash.position());
    }
    return true;
  }
}
