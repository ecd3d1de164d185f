package org.aidledger.projections.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/** Plays what moves no money: accounts, refusals, readings, keys and findings. */
final class OfficePlay {

  private static final List<String> ROLES = List.of("FINANCE", "APPROVER", "CASHIER", "VIEWER");

  private final Dice dice;
  private final EventLog log;
  private final List<FundState> funds;
  private final List<String> accounts = new ArrayList<>();
  private final Map<String, String> tokens = new LinkedHashMap<>();

  OfficePlay(Dice dice, EventLog log, List<FundState> funds) {
    this.dice = dice;
    this.log = log;
    this.funds = funds;
  }

  void play() {
    switch (dice.random.nextInt(9)) {
      case 0 -> open();
      case 1, 2 -> dice.pick(accounts, a -> true).ifPresent(this::change);
      case 3 -> destroyKey();
      case 4 -> read();
      case 5 -> attach();
      case 6 -> find();
      default -> refuse();
    }
  }

  private void open() {
    String id = dice.id();
    log.add("Account", id, dice.actor(), new AccountOpened(id, dice.sealed()));
    log.add("Account", id, dice.actor(), new RoleGranted(id, "FINANCE"));
    accounts.add(id);
  }

  private void change(String id) {
    String role = ROLES.get(dice.random.nextInt(ROLES.size()));
    Object event =
        switch (dice.random.nextInt(6)) {
          case 0 -> new RoleGranted(id, role);
          case 1 -> new RoleRevoked(id, role);
          case 2 -> new PasswordChanged(id);
          case 3 -> new AccountDisabled(id);
          case 4 -> {
            String token = dice.id();
            tokens.put(token, id);
            yield new TokenIssued(id, token);
          }
          default ->
              dice.pick(List.copyOf(tokens.keySet()), t -> id.equals(tokens.get(t)))
                  .<Object>map(t -> new TokenRevoked(id, t))
                  .orElseGet(() -> new RoleGranted(id, role));
        };
    log.add("Account", id, dice.actor(), event);
  }

  private void destroyKey() {
    String subject = dice.id();
    String asker = dice.actor();
    log.add("Subject", subject, asker, new KeyDestructionRequested(subject, dice.sealed(), asker));
    if (dice.oneIn(2)) {
      log.add("Subject", subject, dice.actor(), new KeyDestroyed(subject, asker, dice.actor()));
    }
  }

  private void read() {
    String id = dice.id();
    log.add(
        "Access",
        id,
        dice.actor(),
        new PersonalDataRead(id, dice.id(), "bankAccount", "Payout/" + dice.id()));
  }

  private void attach() {
    String id = dice.id();
    log.add(
        "Document",
        id,
        dice.actor(),
        new DocumentAttached(
            id,
            "DONATION",
            dice.id(),
            null,
            dice.id(),
            "0".repeat(64),
            "application/pdf",
            1 + dice.random.nextInt(1000),
            dice.sealed(),
            dice.actor()));
  }

  private void find() {
    String id = dice.id();
    String fundId = dice.oneIn(2) ? null : dice.pick(funds, f -> true).orElseThrow().id;
    String auditor = dice.actor();
    log.add(
        "Finding",
        id,
        auditor,
        new FindingRaised(
            id,
            "总工会",
            fundId,
            "MEDIUM",
            dice.maybe("OFF_HOURS"),
            List.of(3L, 5L),
            dice.sealed(),
            auditor));
    for (int answers = dice.random.nextInt(3); answers > 0; answers--) {
      String actor = dice.actor();
      log.add("Finding", id, actor, new FindingAnswered(id, fundId, dice.sealed(), actor));
    }
    if (dice.oneIn(2)) {
      log.add("Finding", id, auditor, new FindingClosed(id, fundId, dice.sealed(), auditor));
    }
  }

  private void refuse() {
    String id = dice.id();
    log.add(
        "Refusal",
        id,
        dice.actor(),
        new CommandRefused(
            id,
            "PayPayout",
            "PAYOUT_STATE",
            dice.maybe(dice.id()),
            dice.maybe(dice.id()),
            Map.of("state", "PAID", "needed", "12.00")));
  }
}
