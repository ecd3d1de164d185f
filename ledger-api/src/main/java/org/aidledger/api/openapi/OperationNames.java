package org.aidledger.api.openapi;

import java.lang.reflect.Method;
import java.util.Locale;

/** The stable name of an operation, by its controller and method. */
final class OperationNames {

  private OperationNames() {}

  static String of(Class<?> controller, Method method) {
    String name = controller.getSimpleName().replace("Controller", "");
    return name.substring(0, 1).toLowerCase(Locale.ROOT)
        + name.substring(1)
        + "_"
        + method.getName();
  }
}
