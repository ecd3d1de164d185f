package org.aidledger.core.contract;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Looks into records. */
final class Components {

  private Components() {}

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** The same record with everything absent that may be absent, in nested records too. */
  static Object withoutNullable(Object event) {
    RecordComponent[] components = event.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(event);
        values[i] =
            isNullable(components[i])
                ? null
                : value instanceof Record record ? withoutNullable(record) : value;
      }
      return event.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot rebuild " + event.getClass(), e);
    }
  }
}
