package org.aidledger.api.web.terms;

import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.web.form.Option;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Finds the fund that a page is about, and the others that its money may go to. */
@Component
public final class TermsLookUp {

  private final FundQueries funds;

  TermsLookUp(FundQueries funds) {
    this.funds = funds;
  }

  /**
   * The fund as it stands now, which also goes into the model.
   *
   * @throws ApiProblem if there is none
   */
  public FundView show(FundId fundId, Model model) {
    FundView fund = one(fundId);
    model.addAttribute("fund", fund);
    return fund;
  }

  /**
   * The fund as it stands now.
   *
   * @throws ApiProblem if there is none
   */
  public FundView one(FundId fundId) {
    return funds.one(fundId.toString()).orElseThrow(() -> ApiProblem.notFound("fund"));
  }

  /** Open funds of the same organisation and currency. */
  public List<Option> neighbours(FundView fund) {
    return open().stream()
        .filter(other -> !other.fundId().equals(fund.fundId()))
        .filter(other -> other.organisation().equals(fund.organisation()))
        .filter(other -> other.currency().equals(fund.currency()))
        .map(other -> new Option(other.fundId(), other.name()))
        .toList();
  }

  /** Funds that money can be taken from. */
  public List<FundView> open() {
    return funds.list(null, Page.MAX).items().stream()
        .filter(fund -> fund.state().equals("OPEN"))
        .toList();
  }
}
