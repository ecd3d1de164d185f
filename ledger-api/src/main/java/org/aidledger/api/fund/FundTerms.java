package org.aidledger.api.fund;

import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.aidledger.api.json.Shape;
import org.aidledger.api.wiring.LedgerProperties;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.fund.command.OpenFund;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.money.Money;

/** Reads the terms of a new fund, and tells whether an existing one has the same. */
final class FundTerms {

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int NAME_LENGTH = 100;

  private FundTerms() {}

  static OpenFund read(Shape body, LedgerProperties properties) {
    String code = body.matching("code", CODE, "[A-Za-z0-9._-]{1,64}");
    String organisation =
        Objects.requireNonNullElse(
            body.optionalText("organisation", NAME_LENGTH), properties.organisation());
    Currency currency =
        Objects.requireNonNullElse(body.optionalCurrency("currency"), Currency.getInstance("CNY"));
    return new OpenFund(
        FundId.of(organisation, code),
        organisation,
        code,
        body.text("name", NAME_LENGTH),
        body.text("purpose", Shape.LONG_TEXT),
        currency,
        Objects.requireNonNullElse(
            body.optionalChoice("treatment", Treatment.class), Treatment.OWN_INCOME),
        body.optionalAmount("approvalThreshold", currency));
  }

  static boolean same(OpenFund order, FundOpened opened) {
    Money threshold = order.approvalThreshold();
    return order.name().equals(opened.name())
        && order.purpose().equals(opened.purpose())
        && order.currency().getCurrencyCode().equals(opened.currency())
        && order.treatment().name().equals(opened.treatment())
        && Objects.equals(threshold == null ? null : threshold.minor(), opened.approvalThreshold());
  }
}
