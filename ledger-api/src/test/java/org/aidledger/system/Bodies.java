package org.aidledger.system;

import java.util.HashMap;
import java.util.Map;

/** Bodies of orders, as clients write them. */
final class Bodies {

  /** The last day of the business year that the stories tell of. */
  static final String DAY = "2026-05-19";

  private Bodies() {}

  static Map<String, Object> fund(String code) {
    return Map.of("code", code, "name", "爱心互助基金 " + code, "purpose", "帮扶困难职工");
  }

  static Map<String, Object> donation(String reference, String amount, Map<String, Object> donor) {
    return Map.of(
        "reference", reference,
        "donor", donor,
        "amount", amount,
        "receivedOn", DAY,
        "channel", "BANK_TRANSFER");
  }

  static Map<String, Object> anonymous(String reference, String amount) {
    return donation(reference, amount, Map.of("anonymous", true));
  }

  static Map<String, Object> payout(String reference, String amount) {
    return payout(reference, amount, "李四", "6222907483378876");
  }

  static Map<String, Object> payout(String reference, String amount, String name, String account) {
    return Map.of(
        "reference",
        reference,
        "payee",
        Map.of("name", name, "bankAccount", account),
        "amount",
        amount,
        "purpose",
        "大病救助");
  }

  static Map<String, Object> payment(String day, String bankReference) {
    return Map.of("paidOn", day, "bankReference", bankReference);
  }

  static Map<String, Object> reason(String reason) {
    return Map.of("reason", reason);
  }

  /** The same body with one field put in, or in the place of another. */
  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }
}
