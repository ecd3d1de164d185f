package org.aidledger.api.person;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.api.web.ActorNames;
import org.aidledger.projections.account.AccountQueries;

/** The user names of accounts as the book has them sealed, remembered for a few seconds. */
public final class AccountNames implements ActorNames {

  private static final Duration REMEMBERED = Duration.ofSeconds(5);
  private static final int MOST_ACCOUNTS = 10_000;

  private final LoadingCache<String, Optional<String>> names;

  public AccountNames(AccountQueries accounts, People people) {
    this.names =
        Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(REMEMBERED)
            .build(
                id ->
                    accounts
                        .one(id)
                        .flatMap(found -> people.open(People.Kind.USERNAME, found.username()))
                        .map(fields -> fields.get(People.NAME)));
  }

  @Override
  public Map<String, String> names(Set<String> accountIds) {
    Map<String, String> found = new HashMap<>();
    accountIds.forEach(id -> names.get(id).ifPresent(name -> found.put(id, name)));
    return found;
  }
}
