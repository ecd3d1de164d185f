package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** What nobody declared would be closed to all, so it would be a mistake: every method declares. */
class DeclaredAccessTest {

  @Test
  void everyMethodOfEveryControllerSaysWhoMayCallIt() throws Exception {
    List<String> undeclared = new ArrayList<>();
    int methods = 0;
    for (Class<?> controller : controllers()) {
      for (Method method : controller.getDeclaredMethods()) {
        if (AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)) {
          methods++;
          if (Access.of(handler(controller, method)) instanceof Access.Nobody) {
            undeclared.add(controller.getSimpleName() + "." + method.getName());
          }
        }
      }
    }

    assertThat(methods).as("methods that were looked at").isGreaterThan(8);
    assertThat(undeclared).isEmpty();
  }

  /** The API document numbers operations of the same name, in an order that may change. */
  @Test
  void noControllerHasTwoOperationsOfOneName() throws Exception {
    for (Class<?> controller : controllers()) {
      assertThat(
              Arrays.stream(controller.getDeclaredMethods())
                  .filter(m -> AnnotatedElementUtils.hasAnnotation(m, RequestMapping.class))
                  .map(Method::getName))
          .as(controller.getSimpleName())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void bodiesAreReadStrictlyOrNotAtAll() throws Exception {
    for (Class<?> controller : controllers()) {
      for (Method method : controller.getDeclaredMethods()) {
        assertThat(method.getParameters())
            .as("%s reads bodies through @JsonBody", method)
            .noneMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class));
      }
    }
  }

  /** Access looks at classes alone, so no controller has to be made. */
  private static HandlerMethod handler(Class<?> controller, Method method) {
    return new HandlerMethod(new Object(), method) {
      @Override
      public Class<?> getBeanType() {
        return controller;
      }
    };
  }

  private static List<Class<?>> controllers() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    List<Class<?>> found = new ArrayList<>();
    for (var candidate : scanner.findCandidateComponents("org.aidledger.api")) {
      found.add(Class.forName(candidate.getBeanClassName()));
    }
    assertThat(found).isNotEmpty().doesNotHaveDuplicates();
    return Arrays.asList(found.toArray(new Class<?>[0]));
  }
}
