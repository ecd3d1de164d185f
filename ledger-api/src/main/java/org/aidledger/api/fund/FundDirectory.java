package org.aidledger.api.fund;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Currency;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.stream.RecordedReferences;

/** What of a fund never changes, from its first event, so that a fund is known the moment it is. */
public final class FundDirectory {

  private static final int MOST_FUNDS = 20_000;

  private final RecordedReferences recorded;
  private final Cache<FundId, FundOpened> known =
      Caffeine.newBuilder().maximumSize(MOST_FUNDS).build();

  public FundDirectory(RecordedReferences recorded) {
    this.recorded = recorded;
  }

  /**
   * The currency in which the fund's amounts are read.
   *
   * @throws ApiProblem if there is no such fund
   */
  public Currency currencyOf(FundId fundId) {
    return Currency.getInstance(opened(fundId).currency());
  }

  /**
   * The event that opened the fund.
   *
   * @throws ApiProblem if there is no such fund
   */
  public FundOpened opened(FundId fundId) {
    FundOpened fund = known.getIfPresent(fundId);
    if (fund == null) {
      fund =
          recorded
              .first(fundId.toString(), FundOpened.class)
              .orElseThrow(() -> ApiProblem.notFound("fund"));
      known.put(fundId, fund);
    }
    return fund;
  }
}
