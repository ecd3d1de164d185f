package org.aidledger.projections.account;

import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import org.aidledger.core.account.event.AccountDisabled;
import org.aidledger.core.account.event.AccountOpened;
import org.aidledger.core.account.event.PasswordChanged;
import org.aidledger.core.account.event.RoleGranted;
import org.aidledger.core.account.event.RoleRevoked;
import org.aidledger.core.account.event.TokenIssued;
import org.aidledger.core.account.event.TokenRevoked;
import org.aidledger.projections.Book;
import org.junit.jupiter.api.Test;

class AccountQueriesTest {

  private static final String ONE = id(2);
  private static final String OTHER = id(3);

  private final Book book =
      new Book()
          .then("Account", ONE, new AccountOpened(ONE, sealed(4)))
          .then("Account", ONE, new RoleGranted(ONE, "FINANCE"))
          .then("Account", ONE, new RoleGranted(ONE, "AUDITOR"))
          .then("Account", ONE, new RoleGranted(ONE, "CASHIER"))
          .then("Account", ONE, new RoleRevoked(ONE, "FINANCE"))
          .then("Account", OTHER, new AccountOpened(OTHER, sealed(5)))
          .then("Account", ONE, new PasswordChanged(ONE))
          .then("Account", ONE, new TokenIssued(ONE, "t1"))
          .then("Account", ONE, new TokenIssued(ONE, "t2"))
          .then("Account", ONE, new TokenRevoked(ONE, "t1"));

  @Test
  void anAccountHasItsRolesAndTokens() throws SQLException {
    AccountQueries accounts = new AccountQueries(book.applied());
    assertThat(accounts.one(ONE))
        .contains(
            new AccountView(
                ONE, sealed(4), Set.of("AUDITOR", "CASHIER"), false, Book.at(0), Book.at(6), 0, 6));
    assertThat(accounts.roles(ONE)).containsExactly("AUDITOR", "CASHIER");
    assertThat(accounts.roles(OTHER)).isEmpty();
    assertThat(accounts.roles("nobody")).isEmpty();
    assertThat(accounts.list(null, 1).items())
        .extracting(AccountView::accountId)
        .containsExactly(ONE);
    assertThat(accounts.list(accounts.list(null, 1).next(), 1).items())
        .extracting(AccountView::accountId)
        .containsExactly(OTHER);
    assertThat(accounts.tokens(ONE))
        .containsExactly(
            new TokenView("t2", ONE, Book.at(8), false),
            new TokenView("t1", ONE, Book.at(7), true));
  }

  @Test
  void aDisabledAccountMayDoNothing() throws SQLException {
    book.then("Account", ONE, new AccountDisabled(ONE));
    AccountQueries accounts = new AccountQueries(book.applied());
    assertThat(accounts.roles(ONE)).isEmpty();
    assertThat(accounts.one(ONE)).get().extracting(AccountView::disabled).isEqualTo(true);
  }
}
