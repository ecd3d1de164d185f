package org.aidledger.api.web.payout;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.aidledger.api.actor.Actor;
import org.aidledger.core.account.Role;
import org.aidledger.projections.payout.ApprovalView;

/** What can be done with a payout or a batch, each on a page of its own. */
public enum Step {
  APPROVAL,
  REJECTION,
  PAYMENT,
  RETURN,
  CANCELLATION;

  private Set<Role> roles() {
    return switch (this) {
      case APPROVAL, REJECTION -> Set.of(Role.APPROVER);
      case PAYMENT, RETURN -> Set.of(Role.CASHIER);
      case CANCELLATION -> Set.of(Role.FINANCE, Role.APPROVER);
    };
  }

  /** The states in which it is the next step. */
  private Set<String> states() {
    return switch (this) {
      case APPROVAL, REJECTION -> Set.of("REQUESTED");
      case PAYMENT -> Set.of("APPROVED", "RETURNED");
      case RETURN -> Set.of("PAID");
      case CANCELLATION -> Set.of("REQUESTED", "APPROVED", "RETURNED");
    };
  }

  /** The fields of its form. */
  public List<String> fields() {
    return switch (this) {
      case APPROVAL -> List.of();
      case REJECTION, CANCELLATION -> List.of("reason");
      case PAYMENT -> List.of("paidOn", "bankReference");
      case RETURN -> List.of("returnedOn", "reason");
    };
  }

  /** The key of what it does, in words; an approval that is not the last one does less. */
  String about(boolean complete) {
    return "payout.step." + name() + (this == APPROVAL && !complete ? ".first" : "");
  }

  /** The last part of its address. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The steps that this person can take now, those that the domain would refuse them left out.
   *
   * @param inBatch whether it is a line, which is decided with its batch
   */
  static Set<Step> open(
      Actor actor,
      String state,
      String requestedBy,
      List<ApprovalView> approvals,
      boolean inBatch) {
    String me = actor.accountId().toString();
    boolean asked = requestedBy.equals(me);
    boolean agreed = approvals.stream().anyMatch(approval -> approval.accountId().equals(me));
    Set<Step> open = EnumSet.noneOf(Step.class);
    for (Step step : values()) {
      boolean allowed =
          switch (step) {
            case APPROVAL, REJECTION -> !asked && !agreed && !inBatch;
            case PAYMENT -> !asked && !agreed;
            case RETURN, CANCELLATION -> true;
          };
      if (allowed && step.states().contains(state) && step.roles().stream().anyMatch(actor::has)) {
        open.add(step);
      }
    }
    return open;
  }
}
