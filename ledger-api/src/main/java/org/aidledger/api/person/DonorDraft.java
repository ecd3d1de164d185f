package org.aidledger.api.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gives, in clear, before it is sealed. Never logged, never stored.
 *
 * @param organisation the unit that gives, or through which the person gives
 * @param staffNumber 工号 within the organisation
 * @param subjectId the person chosen among several of the same name, absent to recognise by numbers
 */
public record DonorDraft(
    @Nullable String name,
    @Nullable String identityNumber,
    @Nullable String organisation,
    boolean anonymous,
    @Nullable String staffNumber,
    @Nullable String phone,
    @Nullable UUID subjectId) {

  static final String NAMED = "NAMED";
  static final String ORGANISATION = "ORGANISATION";
  static final String ANONYMOUS = "ANONYMOUS";

  /** A donor who is recognised by numbers, if at all. */
  public DonorDraft(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String organisation,
      boolean anonymous,
      @Nullable String staffNumber,
      @Nullable String phone) {
    this(name, identityNumber, organisation, anonymous, staffNumber, phone, null);
  }

  /** A donor of whom neither staff number nor telephone is known. */
  public DonorDraft(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String organisation,
      boolean anonymous) {
    this(name, identityNumber, organisation, anonymous, null, null);
  }

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
