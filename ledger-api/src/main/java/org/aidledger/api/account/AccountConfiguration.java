package org.aidledger.api.account;

import java.time.Clock;
import javax.sql.DataSource;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.security.ApiTokens;
import org.aidledger.api.security.Credentials;
import org.aidledger.api.security.CurrentActor;
import org.aidledger.api.security.Passwords;
import org.aidledger.api.security.RefusalLog;
import org.aidledger.api.security.RoleDirectory;
import org.aidledger.api.security.SignIn;
import org.aidledger.api.security.Standings;
import org.aidledger.api.security.TokenSignIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Puts the keeping of accounts together. Needs a {@link Ledger}, a {@link UsernameSealer}, a {@link
 * RoleDirectory} and a {@link RefusalLog}.
 */
@Configuration(proxyBeanMethods = false)
@Import({AccountController.class, AccountFileController.class, TokenController.class})
public class AccountConfiguration {

  @Bean
  AccountLock accountLock(DataSource dataSource) {
    return new AccountLock(dataSource);
  }

  @Bean
  AccountOpening accountOpening(
      Credentials credentials, Ledger ledger, UsernameSealer sealer, RoleDirectory directory) {
    return new AccountOpening(credentials, ledger, sealer, directory);
  }

  @Bean
  Bootstrap bootstrap(
      AccountLock lock,
      AccountOpening opening,
      Credentials credentials,
      Passwords passwords,
      DataSource dataSource) {
    return new Bootstrap(lock, opening, credentials, passwords, dataSource);
  }

  @Bean
  Accounts accounts(
      AccountLock lock,
      AccountOpening opening,
      Credentials credentials,
      Passwords passwords,
      SignIn signIn,
      Standings standings,
      Ledger ledger,
      RoleDirectory directory,
      RefusalLog refusals) {
    return new Accounts(
        lock, opening, credentials, passwords, signIn, standings, ledger, directory, refusals);
  }

  @Bean
  OwnPassword ownPassword(SignIn signIn, CurrentActor current) {
    return new OwnPassword(signIn, current);
  }

  @Bean
  Tokens tokens(ApiTokens tokens, TokenSignIn signIn, Ledger ledger) {
    return new Tokens(tokens, signIn, ledger, Clock.systemUTC());
  }
}
