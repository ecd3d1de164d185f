package org.aidledger.api.publication;

import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.fund.FundDirectory;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Switches the public page of a fund. That is for finance, which answers for the figures;
 * administrators keep accounts and do not read the book.
 */
@RestController
@RequestMapping("/api/v1/funds/{fundId}/publication")
@RequiresRole(Role.FINANCE)
class PublicationController {

  private final PublicationDesk desk;
  private final FundDirectory funds;

  PublicationController(PublicationDesk desk, FundDirectory funds) {
    this.desk = desk;
    this.funds = funds;
  }

  @PostMapping
  ResponseEntity<PublicationAnswer> publish(@PathVariable FundId fundId, Actor actor) {
    return set(fundId, true, actor);
  }

  @DeleteMapping
  ResponseEntity<PublicationAnswer> unpublish(@PathVariable FundId fundId, Actor actor) {
    return set(fundId, false, actor);
  }

  private ResponseEntity<PublicationAnswer> set(FundId fundId, boolean published, Actor actor) {
    funds.opened(fundId);
    long position = desk.set(fundId, published, actor.accountId());
    return Positioned.ok(new PublicationAnswer(fundId.toString(), published, position), position);
  }

  /** Whether a fund is public after an order. */
  record PublicationAnswer(String fundId, boolean published, long position) {}
}
