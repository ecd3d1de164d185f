package org.aidledger.api.security;

import java.util.function.LongSupplier;
import org.aidledger.core.account.AccountId;

/**
 * Knows whether who signed in some time ago would still be let in: the account stands, and its
 * password is the one that was given then. A token outlives a change of the password.
 */
public final class Standings {

  /** What is asked after something was forgotten is not answered by what was looked up before. */
  private record Asked(AccountId id, long epoch) {}

  private record Standing(AccountId id, boolean active, int generation) {}

  private final Credentials credentials;
  private final ShortMemory<AccountId, Standing> known;
  private final SharedLookUp<Asked, Standing> underWay = new SharedLookUp<>();

  Standings(Credentials credentials, SecuritySettings settings, LongSupplier nanoTime) {
    this.credentials = credentials;
    this.known = new ShortMemory<>(nanoTime, settings.standingFor(), settings.remembered());
  }

  boolean stillGood(SignedIn who) {
    Standing standing = find(who.accountId());
    // A newer generation than the one remembered here was verified since then.
    return standing.active && (who.tokenId() != null || who.generation() >= standing.generation);
  }

  /** Forgets what is known of an account that changed. */
  public void forget(AccountId id) {
    known.forget(standing -> standing.id.equals(id));
  }

  private Standing find(AccountId id) {
    Standing before = known.get(id);
    if (before != null) {
      return before;
    }
    long epoch = known.epoch();
    return underWay.ask(new Asked(id, epoch), () -> lookUp(id, epoch));
  }

  private Standing lookUp(AccountId id, long epoch) {
    Standing now =
        credentials
            .byAccount(id)
            .map(c -> new Standing(id, c.isActive(), c.generation()))
            .orElse(new Standing(id, false, 0));
    known.put(id, now, epoch);
    return now;
  }
}
