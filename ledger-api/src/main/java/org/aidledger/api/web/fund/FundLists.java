package org.aidledger.api.web.fund;

import java.util.List;
import java.util.Map;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundView;

/** The lists of a fund that can be downloaded from its page, beside the trail. */
final class FundLists {

  private FundLists() {}

  static List<ExportLinks.Named> of(FundView fund, Texts texts) {
    String path = "/funds/" + fund.fundId();
    Map<String, String> own = Map.of("fundId", fund.fundId());
    return List.of(
        named("export.donations", path + "/donations", Map.of(), fund, texts),
        named("export.units", path + "/donation-units", Map.of(), fund, texts),
        named("export.payouts", "/payouts", own, fund, texts),
        named("export.payoutBatches", "/payout-batches", own, fund, texts));
  }

  private static ExportLinks.Named named(
      String title, String path, Map<String, String> filters, FundView fund, Texts texts) {
    return new ExportLinks.Named(
        texts.getOr(title, title).replace("{0}", fund.code()),
        ExportLinks.to(path, filters, texts.language()));
  }
}
