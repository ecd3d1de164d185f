package org.aidledger.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.core.fixture.Stored;
import org.aidledger.core.fund.event.FundChangeConfirmed;
import org.aidledger.core.fund.event.FundOpened;
import org.aidledger.core.payout.event.PayoutApproved;
import org.aidledger.core.payout.event.PayoutCancelled;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.payout.event.PayoutPaid;
import org.aidledger.core.payout.event.PayoutRejected;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.payout.event.PayoutReturned;
import org.jspecify.annotations.Nullable;

/** Watches who asks, who agrees and who pays. */
final class DutyBook {

  /** One payout as the book knows it. */
  private static final class Watched {
    private final PayoutRequested request;
    private final List<String> approvers = new ArrayList<>();
    private String state = "REQUESTED";

    Watched(PayoutRequested request) {
      this.request = request;
    }
  }

  private final Map<String, Watched> payouts = new HashMap<>();
  private final Map<String, @Nullable Long> thresholds = new HashMap<>();

  void add(List<Stored> append) {
    long total = 0;
    for (Stored stored : append) {
      Object event = stored.event();
      if (event instanceof FundOpened opened) {
        thresholds.put(opened.fundId(), opened.approvalThreshold());
      } else if (event instanceof FundChangeConfirmed change
          && (change.thresholdRemoved() || change.approvalThreshold() != null)) {
        thresholds.put(change.fundId(), change.approvalThreshold());
      } else if (event instanceof PayoutEvent payout) {
        add(payout, stored.actor());
      }
      if (event instanceof PayoutApproved approved && approved.complete()) {
        total += approved.amount();
      }
    }
    requireEnoughApprovers(append, total);
  }

  private void add(PayoutEvent event, String actor) {
    if (event instanceof PayoutRequested request) {
      assertThat(payouts.put(request.payoutId(), new Watched(request))).isNull();
      assertThat(request.requestedBy()).isEqualTo(actor);
      return;
    }
    Watched payout = payouts.get(event.payoutId());
    if (payout == null) {
      throw new AssertionError("no request before " + event);
    }
    switch (event) {
      case PayoutRequested _ -> throw new AssertionError("handled above");
      case PayoutApproved e -> {
        move(payout, e.complete() ? "APPROVED" : "REQUESTED", "REQUESTED");
        assertThat(e.approvedBy()).isEqualTo(actor).isNotEqualTo(payout.request.requestedBy());
        assertThat(payout.approvers).doesNotContain(e.approvedBy());
        payout.approvers.add(e.approvedBy());
        assertThat(e.approvals()).isEqualTo(payout.approvers.size());
      }
      case PayoutRejected _ -> {
        move(payout, "REJECTED", "REQUESTED");
        assertThat(actor).isNotEqualTo(payout.request.requestedBy());
      }
      case PayoutPaid e -> {
        move(payout, "PAID", "APPROVED", "RETURNED");
        assertThat(e.paidBy()).isEqualTo(actor).isNotEqualTo(payout.request.requestedBy());
        assertThat(payout.approvers).isNotEmpty().doesNotContain(e.paidBy());
        assertThat(e.amount()).isEqualTo(payout.request.amount());
      }
      case PayoutReturned _ -> move(payout, "RETURNED", "PAID");
      case PayoutCancelled e -> {
        assertThat(e.entryNumber() == null).isEqualTo(payout.state.equals("REQUESTED"));
        move(payout, "CANCELLED", "REQUESTED", "APPROVED", "RETURNED");
      }
    }
  }

  private static void move(Watched payout, String to, String... allowedFrom) {
    assertThat(payout.state).as("before %s", to).isIn((Object[]) allowedFrom);
    payout.state = to;
  }

  /** Above the threshold two have agreed; a roster counts as a whole. */
  private void requireEnoughApprovers(List<Stored> append, long total) {
    for (Stored stored : append) {
      if (stored.event() instanceof PayoutApproved approved && approved.complete()) {
        Long threshold = thresholds.get(approved.fundId());
        int needed = threshold != null && total > threshold ? 2 : 1;
        assertThat(approved.approvals()).isGreaterThanOrEqualTo(needed);
      }
    }
  }
}
