package org.aidledger.api.security;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** What passwords and user names may be, and how passwords are kept: bcrypt. */
public final class Passwords {

  public static final int MIN_LENGTH = 12;

  /** Beyond this bcrypt would ignore what follows. */
  public static final int MAX_BYTES = 72;

  private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{2,64}");

  private final BCryptPasswordEncoder encoder;
  private final String nobodysHash;

  public Passwords(int strength) {
    this.encoder = new BCryptPasswordEncoder(strength);
    this.nobodysHash = hash("a password that nobody has");
  }

  public static boolean isUsername(String text) {
    return USERNAME.matcher(text).matches();
  }

  /**
   * Refuses a password that is too easy to guess or cannot be kept whole.
   *
   * @param field of the request, to blame
   */
  public static void require(String field, String password) {
    if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
      throw new ApiProblem(ApiCode.PASSWORD_TOO_SHORT, field, Map.of("min", MIN_LENGTH));
    }
    if (isTooLong(password)) {
      throw new ApiProblem(ApiCode.PASSWORD_TOO_LONG, field, Map.of("maxBytes", MAX_BYTES));
    }
  }

  /** A salted hash; takes long on purpose. */
  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /**
   * Whether the password belongs to the credential. Takes as long when there is none, so that time
   * does not tell which names exist.
   */
  boolean matches(String password, @Nullable Credential credential) {
    if (isTooLong(password) || password.isEmpty()) {
      return false;
    }
    boolean equal =
        encoder.matches(password, credential == null ? nobodysHash : credential.passwordHash());
    return equal && credential != null && credential.isActive();
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
  }
}
