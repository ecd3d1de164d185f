package org.aidledger.api.web.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives a controller's method the {@link Posted} form. */
final class PostedResolver implements HandlerMethodArgumentResolver {

  private static final int MOST_FIELDS = 500;
  private static final int MOST_CHARACTERS = 64 * 1024;

  private final BusinessCalendar calendar;

  PostedResolver(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Posted.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
    return new Posted(request, fields(request), calendar.today());
  }

  /** What stood in the body; the container mixes it with the address, whose values come first. */
  private static Map<String, List<String>> fields(HttpServletRequest request) {
    MultiValueMap<String, String> address =
        UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int characters = 0;
    int count = 0;
    for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
      List<String> values = new ArrayList<>(List.of(entry.getValue()));
      List<String> before = address.getOrDefault(entry.getKey(), List.of());
      values.subList(0, Math.min(before.size(), values.size())).clear();
      count += values.size();
      characters += values.stream().mapToInt(String::length).sum();
      if (!values.isEmpty() && !entry.getKey().equals("_csrf")) {
        fields.put(entry.getKey(), values);
      }
    }
    if (count > MOST_FIELDS || characters > MOST_CHARACTERS) {
      throw new ApiProblem(ApiCode.BODY_TOO_LARGE, null, Map.of("maxBytes", MOST_CHARACTERS));
    }
    return fields;
  }
}
