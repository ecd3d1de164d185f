package org.aidledger.api.person;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.aidledger.api.security.RoleDirectory;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.account.AccountQueries;

/** The roles that the book gives, read from its read model and remembered for a second. */
public final class BookRoles implements RoleDirectory {

  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final int MOST_ACCOUNTS = 10_000;

  private final ReadPosition position;
  private final LoadingCache<AccountId, Set<Role>> roles;

  public BookRoles(AccountQueries accounts, ReadPosition position) {
    this.position = position;
    this.roles =
        Caffeine.newBuilder()
            .maximumSize(MOST_ACCOUNTS)
            .expireAfterWrite(REMEMBERED)
            // Looked up again in time, while whoever is busy goes on with what is known.
            .refreshAfterWrite(REMEMBERED.dividedBy(2))
            .build(id -> read(accounts, id));
  }

  @Override
  public Set<Role> rolesOf(AccountId id) {
    return roles.get(id);
  }

  @Override
  public void changed(AccountId id, long at) {
    position.await(at, Duration.ofSeconds(5));
    roles.invalidate(id);
  }

  private static Set<Role> read(AccountQueries accounts, AccountId id) {
    Set<Role> held = EnumSet.noneOf(Role.class);
    accounts.roles(id.toString()).forEach(role -> held.add(Role.valueOf(role)));
    return held;
  }
}
