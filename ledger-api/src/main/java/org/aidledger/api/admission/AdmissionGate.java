package org.aidledger.api.admission;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Turns programs away before their body is read while the queue is full. It takes no place: a place
 * is taken when the lines are known, so that a slow sender keeps none.
 */
final class AdmissionGate implements HandlerInterceptor {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Admission admission;

  AdmissionGate(Admission admission) {
    this.admission = admission;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && !READING.contains(request.getMethod())
        && handler instanceof HandlerMethod method
        && !isBesideTheBook(method)) {
      admission.requireRoom();
    }
    return true;
  }

  private static boolean isBesideTheBook(HandlerMethod method) {
    return method.hasMethodAnnotation(BesideTheBook.class)
        || method.getBeanType().isAnnotationPresent(BesideTheBook.class);
  }
}
