package org.aidledger.projections.writing;

import static org.aidledger.projections.writing.Journal.ciphertext;
import static org.aidledger.projections.writing.Journal.subject;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountEvent;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.projections.Json;
import org.aidledger.projections.RecordedEvent;
import org.aidledger.projections.table.AccountTable;
import org.aidledger.projections.table.Row;
import org.aidledger.projections.table.TokenTable;

/** Follows accounts, their roles and their API tokens. */
final class AccountWriter {

  private final Batch batch;

  AccountWriter(Batch batch) {
    this.batch = batch;
  }

  void apply(RecordedEvent event, AccountEvent fact) {
    switch (fact) {
      case AccountOpened opened -> opened(event, opened);
      case RoleGranted granted -> roles(event, granted, roles -> roles.add(granted.role()));
      case RoleRevoked revoked -> roles(event, revoked, roles -> roles.remove(revoked.role()));
      case AccountDisabled disabled -> change(event, disabled).set(AccountTable.DISABLED, true);
      case PasswordChanged changed ->
          change(event, changed).set(AccountTable.PASSWORD_CHANGED_AT, event.recordedAt());
      case TokenIssued issued -> issued(event, issued);
      case TokenRevoked revoked ->
          batch
              .tokens
              .change(revoked.tokenId())
              .set(TokenTable.REVOKED, true)
              .set(TokenTable.LAST_POSITION, event.position());
    }
  }

  private void opened(RecordedEvent event, AccountOpened opened) {
    batch
        .accounts
        .begin(UUID.fromString(opened.accountId()))
        .set(AccountTable.USERNAME_SUBJECT, subject(opened.username()))
        .set(AccountTable.USERNAME_SEALED, ciphertext(opened.username()))
        .set(AccountTable.ROLES, "[]")
        .set(AccountTable.DISABLED, false)
        .set(AccountTable.OPENED_AT, event.recordedAt())
        .set(AccountTable.FIRST_POSITION, event.position())
        .set(AccountTable.LAST_POSITION, event.position());
  }

  private void issued(RecordedEvent event, TokenIssued issued) {
    batch
        .tokens
        .begin(issued.tokenId())
        .set(TokenTable.ACCOUNT_ID, UUID.fromString(issued.accountId()))
        .set(TokenTable.ISSUED_AT, event.recordedAt())
        .set(TokenTable.REVOKED, false)
        .set(TokenTable.FIRST_POSITION, event.position())
        .set(TokenTable.LAST_POSITION, event.position());
  }

  /** Roles are kept sorted, so that the row does not depend on the order of grants. */
  private void roles(RecordedEvent event, AccountEvent fact, Consumer<Set<String>> edit) {
    Row account = change(event, fact);
    Set<String> roles = new TreeSet<>(Json.names(account.need(AccountTable.ROLES)));
    edit.accept(roles);
    account.set(AccountTable.ROLES, Json.text(roles));
  }

  private Row change(RecordedEvent event, AccountEvent fact) {
    return batch
        .accounts
        .change(UUID.fromString(fact.accountId()))
        .set(AccountTable.LAST_POSITION, event.position());
  }
}
