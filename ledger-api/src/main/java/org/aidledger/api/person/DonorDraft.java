package org.aidledger.api.person;

import org.jspecify.annotations.Nullable;

/**
 * Who gives, in clear, before it is sealed. Never logged, never stored.
 *
 * @param organisation the unit that gives, or through which the person gives
 */
public record DonorDraft(
    @Nullable String name,
    @Nullable String identityNumber,
    @Nullable String organisation,
    boolean anonymous) {

  static final String NAMED = "NAMED";
  static final String ORGANISATION = "ORGANISATION";
  static final String ANONYMOUS = "ANONYMOUS";

  String kind() {
    if (anonymous) {
      return ANONYMOUS;
    }
    return name == null ? ORGANISATION : NAMED;
  }

  /** Keeps personal data out of messages and logs. */
  @Override
  public String toString() {
    return kind();
  }
}
