package org.aidledger.api.json;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method the {@link Shape} of the body. */
final class ShapeResolver implements HandlerMethodArgumentResolver {

  private final BusinessCalendar calendar;

  ShapeResolver(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(JsonBody.class)
        && parameter.getParameterType() == Shape.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    JsonBody body = Objects.requireNonNull(parameter.getParameterAnnotation(JsonBody.class));
    return Shape.of(BodyReader.read(request, body.maxBytes(), body.optional()), calendar.today());
  }
}
