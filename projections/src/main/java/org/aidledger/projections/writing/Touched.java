package org.aidledger.projections.writing;

import java.util.List;
import java.util.UUID;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountEvent;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.donation.event.DonationEvent;
import org.aidledger.core.donation.event.DonationReceived;
import org.aidledger.core.entry.event.EntryEvent;
import org.aidledger.core.entry.event.EntryReversed;
import org.aidledger.core.entry.event.FundsTransferred;
import org.aidledger.core.finding.event.FindingEvent;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.fund.event.FundEvent;
import org.aidledger.core.payout.event.PayoutBatchEvent;
import org.aidledger.core.payout.event.PayoutEvent;
import org.aidledger.core.payout.event.PayoutRequested;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.projections.RecordedEvent;

/**
 * Collects which rows a batch builds upon, so that each table is read once. To ask for a row that
 * is not there does no harm.
 */
final class Touched {

  private final Batch batch;

  Touched(Batch batch) {
    this.batch = batch;
  }

  void collect(List<RecordedEvent> events) {
    for (RecordedEvent event : events) {
      collect(event.payload());
    }
  }

  private void collect(Object payload) {
    switch (payload) {
      case DonationReceived received -> batch.funds.want(id(received.fundId()));
      case DonationEvent fact -> batch.donations.want(id(fact.donationId()));
      case FundEvent fact -> batch.funds.want(id(fact.fundId()));
      case EntryEvent fact -> batch.funds.want(id(fact.fundId()));
      case EntryReversed fact -> batch.funds.want(id(fact.fundId()));
      case FundsTransferred fact -> {
        batch.funds.want(id(fact.fromFundId()));
        batch.funds.want(id(fact.toFundId()));
      }
      case PayoutEvent fact -> collect(fact);
      case PayoutBatchEvent fact -> {
        batch.payoutBatches.want(id(fact.batchId()));
        batch.funds.want(id(fact.fundId()));
      }
      case DocumentAttached fact -> {
        if (fact.fundId() != null) {
          batch.funds.want(id(fact.fundId()));
        }
      }
      case FindingEvent fact -> collect(fact);
      case AccountEvent fact -> collect(fact);
      case KeyDestructionRequested fact -> batch.keyDestructions.want(id(fact.subjectId()));
      case KeyDestroyed fact -> batch.keyDestructions.want(id(fact.subjectId()));
      default -> {
        // Refusals and readings stand alone.
      }
    }
  }

  private void collect(PayoutEvent fact) {
    batch.funds.want(id(fact.fundId()));
    if (fact instanceof PayoutRequested requested) {
      if (requested.donationId() != null) {
        batch.donations.want(id(requested.donationId()));
      }
    } else {
      batch.payouts.want(id(fact.payoutId()));
    }
  }

  private void collect(FindingEvent fact) {
    if (fact.fundId() != null) {
      batch.funds.want(id(fact.fundId()));
    }
    if (!(fact instanceof FindingRaised)) {
      batch.findings.want(id(fact.findingId()));
    }
  }

  private void collect(AccountEvent fact) {
    switch (fact) {
      case AccountOpened opened -> {}
      case TokenIssued issued -> {}
      case TokenRevoked revoked -> batch.tokens.want(revoked.tokenId());
      case RoleGranted granted -> batch.accounts.want(id(granted.accountId()));
      case RoleRevoked revoked -> batch.accounts.want(id(revoked.accountId()));
      case AccountDisabled disabled -> batch.accounts.want(id(disabled.accountId()));
      case PasswordChanged changed -> batch.accounts.want(id(changed.accountId()));
    }
  }

  private static UUID id(String text) {
    return UUID.fromString(text);
  }
}
