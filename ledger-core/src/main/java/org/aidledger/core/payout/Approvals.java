package org.aidledger.core.payout;

import java.util.ArrayList;
import java.util.List;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;

/** Who asked and who agreed: the separation of duties of one payout or of one batch. */
final class Approvals {

  private final String requestedBy;
  private final List<String> approvers = new ArrayList<>();

  Approvals(String requestedBy) {
    this.requestedBy = requestedBy;
  }

  boolean has(AccountId actor) {
    return approvers.contains(actor.toString());
  }

  int count() {
    return approvers.size();
  }

  void add(String approver) {
    approvers.add(approver);
  }

  /** Nobody decides on their own request. */
  void requireNotRequester(AccountId actor) {
    if (requestedBy.equals(actor.toString())) {
      throw new Refused(RuleCode.SELF_APPROVAL);
    }
  }

  /** Who pays has neither asked nor agreed, whatever roles the account holds. */
  void requireThirdPerson(AccountId actor) {
    if (requestedBy.equals(actor.toString()) || has(actor)) {
      throw new Refused(RuleCode.PAYER_NOT_THIRD_PERSON);
    }
  }
}
