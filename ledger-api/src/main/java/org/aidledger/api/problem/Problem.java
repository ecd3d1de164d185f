package org.aidledger.api.problem;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One thing that is wrong with a request, before it is put into words.
 *
 * @param code the name of an {@link ApiCode} or a {@link RuleCode}
 * @param field where in the body or among the parameters, as a dotted path such as {@code
 *     donations[3].donor.name}; null if no single field is to blame
 * @param facts figures and identifiers that the text and the client may use, never personal data
 */
public record Problem(
    HttpStatus status, String code, @Nullable String field, Map<String, Object> facts) {

  /** The fact that also becomes the Retry-After header, in whole seconds. */
  public static final String RETRY_AFTER = "retryAfterSeconds";

  public Problem {
    facts = Map.copyOf(facts);
  }

  public static Problem of(ApiCode code, @Nullable String field, Map<String, Object> facts) {
    return new Problem(code.status(), code.name(), field, facts);
  }

  public static Problem of(ApiCode code) {
    return of(code, null, Map.of());
  }

  /** A rule's refusal: 409, except that a missing role is 403. */
  public static Problem of(Refused refused) {
    HttpStatus status =
        refused.code() == RuleCode.ROLE_MISSING ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT;
    Map<String, Object> facts = new TreeMap<>(refused.facts());
    // Lists come as one text, since a refusal's facts are texts.
    facts.computeIfPresent("needed", (_, roles) -> rolesIn(refused.code(), roles));
    facts.computeIfPresent("open", (_, items) -> List.of(items.toString().split(", ", -1)));
    return new Problem(status, refused.code().name(), null, facts);
  }

  private static Object rolesIn(RuleCode code, Object roles) {
    return code == RuleCode.ROLE_MISSING ? List.of(roles.toString().split(",", -1)) : roles;
  }
}
