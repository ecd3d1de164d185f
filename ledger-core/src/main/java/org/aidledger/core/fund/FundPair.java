package org.aidledger.core.fund;

import java.util.Map;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The two funds of a transfer, loaded in one order everywhere so that no two wait for each other.
 */
public record FundPair(Aggregate<Fund> from, Aggregate<Fund> to) {

  /**
   * Loads both funds.
   *
   * @throws Refused if they are one fund, of two organisations, or of two currencies
   */
  public static FundPair load(Repository<Fund> funds, FundId from, FundId to) {
    if (from.equals(to)) {
      throw new Refused(RuleCode.SAME_FUND);
    }
    boolean fromFirst = from.value().compareTo(to.value()) < 0;
    Aggregate<Fund> first = funds.load((fromFirst ? from : to).toString());
    Aggregate<Fund> second = funds.load((fromFirst ? to : from).toString());
    FundPair pair = fromFirst ? new FundPair(first, second) : new FundPair(second, first);
    pair.requireAlike();
    return pair;
  }

  /** The currency that both funds have. */
  public String currencyCode() {
    return from.invoke(fund -> fund.currency().getCurrencyCode());
  }

  private void requireAlike() {
    if (!from.invoke(Fund::organisation).equals(to.invoke(Fund::organisation))) {
      throw new Refused(RuleCode.ORGANISATION_MISMATCH);
    }
    String given = to.invoke(fund -> fund.currency().getCurrencyCode());
    if (!currencyCode().equals(given)) {
      throw new Refused(RuleCode.CURRENCY_MISMATCH, Map.of("fund", currencyCode(), "given", given));
    }
  }
}
