package org.aidledger.core.contract;

import static org.aidledger.core.contract.Samples.*;

import java.util.List;
import java.util.Map;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.core.document.event.DocumentAttached;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;

/** Events of accounts, keys, documents, findings, readings and refusals. */
final class AccountSamples {

  private static final String TOKEN = "8192a3b4-c5d6-47e8-b90a-1b2c3d4e5f60";
  private static final String ADMIN = "e5c9d3f7-b061-4284-9afc-41806ea2cd35";
  private static final String ADMIN2 = "f6dae408-c172-4395-ab0d-52917fb3de46";
  private static final String AUDITOR = "07ebf519-d283-44a6-bc1e-63a08fc4ef57";
  private static final String ACCESS = "92a3b4c5-d6e7-48f9-8a1b-2c3d4e5f6071";
  private static final String DOCUMENT = "b4c5d6e7-f809-8a1b-ac3d-4e5f60718293";
  private static final String FILE = "c5d6e7f8-091a-4b2c-bd4e-5f6071829304";
  private static final String FINDING = "d6e7f809-1a2b-4c3d-8e4f-607182930415";
  private static final String REFUSAL = "a3b4c5d6-e7f8-490a-9b2c-3d4e5f607182";

  private AccountSamples() {}

  static List<Object> all() {
    return List.of(
        new AccountOpened(FINANCE, sealed()),
        new RoleGranted(FINANCE, "FINANCE"),
        new RoleRevoked(FINANCE, "VIEWER"),
        new AccountDisabled(FINANCE),
        new PasswordChanged(FINANCE),
        new TokenIssued(FINANCE, TOKEN),
        new TokenRevoked(FINANCE, TOKEN),
        new KeyDestructionRequested(SUBJECT, sealed(), ADMIN),
        new KeyDestroyed(SUBJECT, ADMIN, ADMIN2),
        new DocumentAttached(
            DOCUMENT,
            "PAYOUT",
            PayoutSamples.PAYOUT,
            FUND,
            FILE,
            DIGEST,
            "application/pdf",
            48_211,
            sealed(),
            FINANCE),
        new FindingRaised(
            FINDING, "某市总工会", FUND, "HIGH", "SPLIT_PAYOUTS", List.of(41L, 57L), sealed(), AUDITOR),
        new FindingAnswered(FINDING, FUND, sealed(), FINANCE),
        new FindingClosed(FINDING, FUND, sealed(), AUDITOR),
        new PersonalDataRead(ACCESS, SUBJECT, "bankAccount", PayoutSamples.PAYOUT),
        new CommandRefused(
            REFUSAL,
            "ApprovePayout",
            "INSUFFICIENT_FUNDS",
            FUND,
            PayoutSamples.PAYOUT,
            Map.of("available", "99.99")));
  }
}
