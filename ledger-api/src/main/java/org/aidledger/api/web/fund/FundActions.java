package org.aidledger.api.web.fund;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.form.Flash;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.fund.FundView;

/** What a person may do with a fund as it stands. */
final class FundActions {

  private FundActions() {}

  static List<Flash.Link> of(FundView fund, Actor actor, Texts texts) {
    List<Flash.Link> links = new ArrayList<>();
    String at = "/funds/" + fund.fundId();
    boolean finance = actor.has(Role.FINANCE);
    boolean open = fund.state().equals("OPEN");
    if (finance && open) {
      links.add(new Flash.Link(at + "/income", texts.get("fund.do.income")));
      links.add(new Flash.Link(at + "/expense", texts.get("fund.do.expense")));
      links.add(
          new Flash.Link("/transfers/new?from=" + fund.fundId(), texts.get("fund.do.transfer")));
      links.add(new Flash.Link(at + "/opening", texts.get("fund.do.opening")));
    }
    if ((finance || actor.has(Role.ADMIN)) && !fund.state().equals("CLOSED")) {
      links.add(new Flash.Link(at + "/change", texts.get("fund.do.change")));
    }
    if (finance || actor.has(Role.APPROVER)) {
      if (open) {
        links.add(new Flash.Link(at + "/freeze", texts.get("fund.do.freeze")));
      } else if (fund.state().equals("FROZEN")) {
        links.add(new Flash.Link(at + "/unfreeze", texts.get("fund.do.unfreeze")));
      }
    }
    if (finance && open) {
      links.add(new Flash.Link(at + "/closure", texts.get("fund.do.close")));
    }
    return links;
  }

  /** Whether somebody may agree to the terms that wait: another person of these roles. */
  static boolean confirms(FundView fund, Actor actor) {
    var change = fund.pendingChange();
    return change != null
        && !change.proposedBy().equals(actor.accountId().toString())
        && (actor.has(Role.FINANCE) || actor.has(Role.APPROVER) || actor.has(Role.ADMIN));
  }
}
