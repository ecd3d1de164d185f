package org.aidledger.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** A glance at the path finds the handler that Spring finds without it. */
class NarrowedMappingTest {

  private final RequestMappingHandlerMapping narrowed = started(new NarrowedMapping());
  private final RequestMappingHandlerMapping plain = started(new RequestMappingHandlerMapping());

  @ParameterizedTest
  @CsvSource({
    "GET, /funds, all",
    "GET, /funds/7, one",
    "GET, /funds/total, total",
    "POST, /funds/7/payouts, ask",
    "GET, /funds/7/payouts, payouts",
    "GET, /f%75nds/7, one",
    "GET, /funds/7;a=b, one",
    "GET, /funds/a%2Fb, one",
    "GET, /files/a/b/c, files",
    "GET, /day/2026-05-06, day",
    "GET, /list.csv, list",
    "GET, '', root",
    "GET, /, root",
  })
  void aRequestFindsItsHandler(String method, String path, String handler) throws Exception {
    assertThat(found(narrowed, method, path)).isEqualTo(found(plain, method, path));
    assertThat(found(narrowed, method, path)).isEqualTo(handler);
  }

  /** What handlers, metrics and converters read from the request. */
  @ParameterizedTest
  @ValueSource(strings = {"/funds", "/funds/7", "/funds/total", "/day/2026-05-06", "/list.csv"})
  void theRequestIsToldTheSame(String path) throws Exception {
    Map<String, String> told = told(narrowed, path);
    assertThat(told).isEqualTo(told(plain, path));
    assertThat(told).containsKey(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
  }

  private static Map<String, String> told(RequestMappingHandlerMapping mapping, String path)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    ServletRequestPathUtils.parseAndCache(request);
    mapping.getHandler(request);
    Map<String, String> told = new TreeMap<>();
    for (String name : Collections.list(request.getAttributeNames())) {
      told.put(name, String.valueOf(request.getAttribute(name)));
    }
    return told;
  }

  @Test
  void aHandlerThatComesAfterTheFirstRequestIsFound() throws Exception {
    assertThat(found(narrowed, "GET", "/late/7")).isNull();
    RequestMappingInfo late =
        RequestMappingInfo.paths("/late/{id}").options(narrowed.getBuilderConfiguration()).build();
    narrowed.registerMapping(late, new Sample(), Sample.class.getDeclaredMethod("one"));
    assertThat(found(narrowed, "GET", "/late/7")).isEqualTo("one");
    narrowed.unregisterMapping(late);
    assertThat(found(narrowed, "GET", "/late/7")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/fund", "/funds/", "/funds//", "/funds/7/", "/funds/7/payouts/8", "/day/may"})
  void whatNobodyHandlesStaysUnhandled(String path) throws Exception {
    assertThat(found(plain, "GET", path)).isNull();
    assertThat(found(narrowed, "GET", path)).isNull();
  }

  @Test
  void theWrongMethodIsToldFromTheWrongPath() {
    for (RequestMappingHandlerMapping mapping :
        new RequestMappingHandlerMapping[] {plain, narrowed}) {
      assertThat(catchThrowable(() -> found(mapping, "DELETE", "/funds/7/payouts")))
          .hasMessageContaining("DELETE");
    }
  }

  private static @Nullable String found(
      RequestMappingHandlerMapping mapping, String method, String path) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain chain = mapping.getHandler(request);
    return chain == null ? null : ((HandlerMethod) chain.getHandler()).getMethod().getName();
  }

  private static RequestMappingHandlerMapping started(RequestMappingHandlerMapping mapping) {
    mapping.setApplicationContext(new StaticWebApplicationContext());
    mapping.afterPropertiesSet();
    Sample sample = new Sample();
    for (Method handler : Sample.class.getDeclaredMethods()) {
      Handles handles = handler.getAnnotation(Handles.class);
      if (handles != null) {
        mapping.registerMapping(
            RequestMappingInfo.paths(handles.path())
                .methods(handles.method())
                .options(mapping.getBuilderConfiguration())
                .build(),
            sample,
            handler);
      }
    }
    return mapping;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Handles {

    RequestMethod method() default RequestMethod.GET;

    String[] path();
  }

  /** Handlers whose paths differ by variables, tails, expressions and endings. */
  static final class Sample {

    @Handles(path = {"", "/"})
    void root() {}

    @Handles(path = "/funds")
    void all() {}

    @Handles(path = "/funds/{id}")
    void one() {}

    @Handles(path = "/funds/total")
    void total() {}

    @Handles(method = RequestMethod.POST, path = "/funds/{id}/payouts")
    void ask() {}

    @Handles(path = "/funds/{id}/payouts")
    void payouts() {}

    @Handles(path = "/files/**")
    void files() {}

    @Handles(path = "/day/{day:[0-9-]+}")
    void day() {}

    @Handles(path = "/{name}.csv")
    void list() {}
  }
}
