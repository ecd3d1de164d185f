package org.aidledger.api.web.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.form.Option;
import org.aidledger.projections.account.AccountQueries;
import org.aidledger.projections.account.AccountView;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.query.Page;
import org.springframework.stereotype.Component;

/** What auditors choose from in filters. */
@Component
public final class Choices {

  private final FundQueries funds;
  private final AccountQueries accounts;
  private final ActorNames names;

  Choices(FundQueries funds, AccountQueries accounts, ActorNames names) {
    this.funds = funds;
    this.accounts = accounts;
    this.names = names;
  }

  /** All funds. */
  public List<Option> funds() {
    return funds.list(null, Page.MAX).items().stream()
        .map(fund -> new Option(fund.fundId(), fund.code() + " " + fund.name()))
        .sorted(Comparator.comparing(Option::text))
        .toList();
  }

  /** Disabled accounts are among them: what they did stays. */
  public List<Option> actors() {
    List<AccountView> all = accounts.list(null, Page.MAX).items();
    Map<String, String> named =
        names.names(all.stream().map(AccountView::accountId).collect(Collectors.toSet()));
    return all.stream()
        .map(
            account ->
                new Option(
                    account.accountId(),
                    named.getOrDefault(account.accountId(), account.accountId())))
        .sorted(Comparator.comparing(Option::text))
        .toList();
  }
}
