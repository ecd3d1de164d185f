package org.aidledger.store.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/**
 * The names under which events are stored: simple class names, so that a class may move to another
 * package without touching the book.
 */
public final class EventNames {

  private final Map<String, Class<?>> classes = new HashMap<>();
  private final Map<Class<?>, String> revisions = new HashMap<>();

  /**
   * Registers the event classes.
   *
   * @throws IllegalArgumentException if two classes share a simple name, or one has no {@link
   *     Revision}
   */
  public EventNames(Collection<? extends Class<?>> eventClasses) {
    for (Class<?> type : eventClasses) {
      Class<?> namesake = classes.putIfAbsent(type.getSimpleName(), type);
      if (namesake != null && namesake != type) {
        throw new IllegalArgumentException(
            "Two event classes share one stored name: "
                + namesake.getName()
                + ", "
                + type.getName());
      }
      Revision revision = type.getAnnotation(Revision.class);
      if (revision == null) {
        throw new IllegalArgumentException("An event class needs @Revision: " + type.getName());
      }
      revisions.put(type, revision.value());
    }
  }

  /** The class stored under a name, if there is one. */
  public Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(classes.get(name));
  }

  /** The revision of a registered class; empty for any other class. */
  public Optional<String> revisionOf(Class<?> type) {
    return Optional.ofNullable(revisions.get(type));
  }
}
