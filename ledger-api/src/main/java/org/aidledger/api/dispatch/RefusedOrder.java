package org.aidledger.api.dispatch;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * What the auditors see of a refused order.
 *
 * @param subject the stream that the order was about
 */
public record RefusedOrder(
    String command,
    RuleCode code,
    @Nullable String fundId,
    @Nullable String subject,
    Map<String, String> facts) {

  /** Reads the stream from the order's routing key. */
  public static RefusedOrder of(Object order, Refused refused) {
    Object key = routingKey(order);
    return new RefusedOrder(
        order.getClass().getSimpleName(),
        refused.code(),
        key instanceof FundId ? key.toString() : null,
        key == null ? null : key.toString(),
        refused.facts());
  }

  private static @Nullable Object routingKey(Object order) {
    for (RecordComponent component : order.getClass().getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(RoutingKey.class)) {
        try {
          return component.getAccessor().invoke(order);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("an order hides its routing key", e);
        }
      }
    }
    return null;
  }
}
