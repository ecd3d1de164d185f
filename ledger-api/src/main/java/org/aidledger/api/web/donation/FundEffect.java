package org.aidledger.api.web.donation;

import java.util.List;
import org.aidledger.api.web.form.Change;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundView;

/** What an order about a donation does to the figures of its fund. */
final class FundEffect {

  private FundEffect() {}

  /**
   * The figures that change.
   *
   * @param change of what was received, in minor units
   */
  static List<Change> of(FundView fund, long change, Texts texts) {
    return List.of(
        row(texts.get("figure.RECEIVED"), fund, fund.figures().received(), change),
        row(texts.get("figure.available"), fund, fund.figures().available(), change));
  }

  private static Change row(String what, FundView fund, long before, long change) {
    return new Change(
        what,
        MoneyText.of(before, fund.currency()),
        MoneyText.of(before + change, fund.currency()),
        true);
  }
}
