package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.upload.Upload;
import org.aidledger.api.upload.UploadToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The filter leaves the token of a form to the reader of an upload, and of nothing else. */
class UploadFormsTest {

  private static final String DOCUMENTS = "/documents/payout/1";

  private final HttpSessionCsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
  private final UploadForms rule = new UploadForms(tokens);

  private static MockHttpServletRequest post(String path, String type) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setContentType(type);
    return request;
  }

  @ParameterizedTest
  @CsvSource({
    "/logout, multipart/form-data",
    "/payouts/1/approval, multipart/form-data",
    "/payout-batches/1/approval, multipart/form-data",
    "/documents/payout/1, application/x-www-form-urlencoded",
    "/documents/payout/1, text/plain",
    "/documents/payout/1,",
  })
  void allOthersAreCheckedByTheFilter(String path, String type) {
    MockHttpServletRequest request = post(path, type);

    assertThat(rule.matches(request)).isTrue();
    assertThat(request.getAttribute(UploadToken.ATTRIBUTE)).isNull();
  }

  @Test
  void anUploadOwesTheTokenOfItsSession() {
    MockHttpServletRequest request = post(DOCUMENTS, "multipart/form-data; boundary=x");
    CsrfToken token = tokens.generateToken(request);
    tokens.saveToken(token, request, new MockHttpServletResponse());

    assertThat(rule.matches(request)).isFalse();

    UploadToken owed = owed(request);
    assertThat(owed.matches(masked(request, token))).isTrue();
    assertThat(owed.matches(masked(request, tokens.generateToken(request)))).isFalse();
    assertThat(owed.matches(token.getToken())).as("pages show it masked").isFalse();
    assertThat(owed.matches("")).isFalse();
    assertThat(owed.matches(null)).isFalse();
  }

  @Test
  void withoutASessionNoTokenIsRight() {
    MockHttpServletRequest request = post(DOCUMENTS, "multipart/form-data; boundary=x");
    assertThat(rule.matches(request)).isFalse();
    assertThat(owed(request).matches("anything")).isFalse();
  }

  private static UploadToken owed(MockHttpServletRequest request) {
    return (UploadToken) Objects.requireNonNull(request.getAttribute(UploadToken.ATTRIBUTE));
  }

  private static String masked(MockHttpServletRequest request, CsrfToken token) {
    new XorCsrfTokenRequestAttributeHandler()
        .handle(request, new MockHttpServletResponse(), () -> token);
    return ((CsrfToken) Objects.requireNonNull(request.getAttribute(CsrfToken.class.getName())))
        .getToken();
  }

  @Test
  void exactlyThePagesThatTakeAnUploadAreLeftToIt() {
    List<String> left = new ArrayList<>();
    List<String> taking = new ArrayList<>();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    for (var found : scanner.findCandidateComponents("org.aidledger.api.web")) {
      Class<?> controller =
          ClassUtils.resolveClassName(
              String.valueOf(found.getBeanClassName()), getClass().getClassLoader());
      RequestMapping type =
          AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
      String prefix = type == null || type.path().length == 0 ? "" : type.path()[0];
      ReflectionUtils.doWithMethods(
          controller,
          method -> {
            PostMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(method, PostMapping.class);
            if (mapping == null) {
              return;
            }
            String path = prefix + (mapping.path().length == 0 ? "" : mapping.path()[0]);
            if (!rule.matches(post(path.replaceAll("\\{[^}]*}", "x"), "multipart/form-data"))) {
              left.add(path);
            }
            if (Arrays.asList(method.getParameterTypes()).contains(Upload.class)) {
              taking.add(path);
            }
          });
    }
    assertThat(taking).hasSize(UploadForms.PATHS.length);
    assertThat(left).containsExactlyInAnyOrderElementsOf(taking);
  }
}
