package org.aidledger.api.web.form;

import java.util.List;
import java.util.Map;
import org.aidledger.core.refusal.RuleCode;

/** Which field a rule's refusal is about, if the form has that field. */
final class BlamedField {

  private static final Map<String, String> FIELDS =
      Map.of(
          RuleCode.INSUFFICIENT_FUNDS.name(), "amount",
          RuleCode.REFUND_EXCEEDS_DONATION.name(), "amount",
          RuleCode.FIGURE_TOO_LARGE.name(), "amount",
          RuleCode.CURRENCY_MISMATCH.name(), "currency",
          RuleCode.REFERENCE_CONFLICT.name(), "reference",
          RuleCode.FUND_CODE_TAKEN.name(), "code",
          RuleCode.SAME_FUND.name(), "toFundId",
          RuleCode.ORGANISATION_MISMATCH.name(), "toFundId",
          RuleCode.USERNAME_TAKEN.name(), "username",
          RuleCode.RETURN_BEFORE_PAYMENT.name(), "returnedOn");

  /** The days that a closed period can be about; no form asks for two of them. */
  private static final List<String> DAYS =
      List.of("receivedOn", "effectiveOn", "paidOn", "returnedOn");

  private BlamedField() {}

  /** The name of the field, empty if it is none of the form's. */
  static String of(String code, Posted posted) {
    if (code.equals(RuleCode.PERIOD_CLOSED.name())) {
      return DAYS.stream().filter(posted.fields()::containsKey).findFirst().orElse("");
    }
    String field = FIELDS.getOrDefault(code, "");
    return posted.fields().containsKey(field) ? field : "";
  }
}
