package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.aidledger.core.account.AccountId;

/**
 * Checks names and passwords. A pair that was right is remembered for a short while under a keyed
 * digest, so that a client that sends it with every request is not slowed by hashing; many requests
 * that bring the same new pair at once wait for one check.
 */
public final class SignIn {

  private static final int KEY_BYTES = 32;

  private final Credentials credentials;
  private final Passwords passwords;
  private final ShortMemory<String, SignedIn> verified;
  private final Throttle byName;
  private final Throttle byAddress;
  private final SecretKeySpec key;
  private final SharedLookUp<String, SignInOutcome> underWay = new SharedLookUp<>();

  SignIn(
      Credentials credentials,
      Passwords passwords,
      SecuritySettings settings,
      Throttle byAddress,
      LongSupplier nanoTime) {
    this.credentials = credentials;
    this.passwords = passwords;
    this.verified = new ShortMemory<>(nanoTime, settings.verifiedFor(), settings.remembered());
    this.byName =
        new Throttle(
            nanoTime, settings.attemptWindow(), settings.attemptsPerName(), settings.remembered());
    this.byAddress = byAddress;
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /**
   * Checks a name and a password.
   *
   * @param address where the attempt comes from
   */
  public SignInOutcome check(String username, String password, String address) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    String digest = digest(name, password);
    SignedIn known = verified.get(digest);
    if (known != null) {
      return new SignInOutcome.Accepted(known);
    }
    return underWay.ask(digest, () -> verify(name, password, Address.group(address), digest));
  }

  /** Forgets the verified passwords of an account, whose password changed or who was disabled. */
  public void forget(AccountId id) {
    verified.forget(who -> who.account().equals(id.value()));
  }

  private SignInOutcome verify(String name, String password, String address, String digest) {
    // A name that nobody can have is counted under one key, so that it fills no memory.
    String counted = Passwords.isUsername(name) ? name : "";
    Duration wait = byAddress.begin(address);
    if (!wait.isZero()) {
      return new SignInOutcome.Throttled(wait);
    }
    wait = counted.isEmpty() ? Duration.ZERO : byName.begin(counted);
    if (!wait.isZero()) {
      return new SignInOutcome.Throttled(wait);
    }
    boolean failed = false;
    try {
      SignInOutcome outcome = verifyCounted(name, password, digest);
      failed = outcome instanceof SignInOutcome.Rejected;
      return outcome;
    } finally {
      if (!failed) {
        byAddress.giveBack(address);
        byName.giveBack(counted);
      }
    }
  }

  private SignInOutcome verifyCounted(String name, String password, String digest) {
    long epoch = verified.epoch();
    Credential credential =
        Passwords.isUsername(name) ? credentials.byUsername(name).orElse(null) : null;
    if (!passwords.matches(password, credential) || credential == null) {
      return new SignInOutcome.Rejected();
    }
    SignedIn who = new SignedIn(credential.accountId().value(), credential.generation(), null);
    verified.put(digest, who, epoch);
    return new SignInOutcome.Accepted(who);
  }

  /** Keyed, so that a dump of the memory gives nothing to guess passwords with elsewhere. */
  private String digest(String name, String password) {
    byte[] text = (name + "\0" + password).getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform has no HmacSHA256", e);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
