package org.aidledger.api.export;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Reads how a list is wanted: the format from the path, the language from ?lang= or the header. */
final class ExportResolver implements HandlerMethodArgumentResolver {

  private final MessageSource messages;
  private final ZoneId zone;

  ExportResolver(MessageSource messages, ZoneId zone) {
    this.messages = messages;
    this.zone = zone;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Export.class;
  }

  @Override
  public Export resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    Object ending = variables instanceof Map<?, ?> map ? map.get(Export.FORMAT) : null;
    ExportFormat format =
        ExportFormat.ofEnding(ending instanceof String text ? text : null)
            .orElseThrow(() -> new ApiProblem(ApiCode.ROUTE_UNKNOWN));
    return new Export(format, new Texts(messages, language(request)), zone);
  }

  private static Locale language(NativeWebRequest request) {
    HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
    String header = http == null ? null : http.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return Language.ofCode(request.getParameter("lang"))
        .map(Language::locale)
        .orElseGet(() -> ProblemTexts.language(header));
  }
}
