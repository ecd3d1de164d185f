package org.aidledger.api.publication;

import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.command.PublishFund;
import org.aidledger.core.fund.command.UnpublishFund;
import org.springframework.stereotype.Component;

/** Switches the public page of a fund on and off. */
@Component
public final class PublicationDesk {

  private final Ledger ledger;

  PublicationDesk(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns the position of the book after the order; asking twice changes nothing more. */
  public long set(FundId fundId, boolean published, AccountId actor) {
    Executed<?> executed =
        published
            ? ledger.execute(new PublishFund(fundId, actor), actor)
            : ledger.execute(new UnpublishFund(fundId, actor), actor);
    return executed.position();
  }
}
