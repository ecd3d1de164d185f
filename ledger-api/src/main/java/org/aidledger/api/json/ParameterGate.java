package org.aidledger.api.json;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what no text column takes, U+0000, in every parameter of an address and in every field of
 * a form, before a controller sees it. So no controller, nor a query behind it, has to think of it.
 * Names that hold it do not come as far as this: the firewall refuses them.
 */
final class ParameterGate implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    // The page that says what was wrong is asked for with the same parameters.
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      request.getParameterMap().forEach(ParameterGate::check);
    }
    return true;
  }

  private static void check(String name, String[] values) {
    for (String value : values) {
      Texts.refuseNul(Path.given(name), value);
    }
  }
}
