package org.aidledger.api.auditpackage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for; kept beside the file, so that it is made even after a restart.
 *
 * @param fundId the one fund; null for all
 * @param from the first day on which events were recorded, in the business time zone; null for all
 * @param to the last day; null for all
 * @param full whether the personal fields stand beside the events in clear
 * @param orderedBy the account that asked
 * @param failure the code of what went wrong for good; null if nothing did
 * @param keysAsOf the position at which a person's key was destroyed last before this was begun, -1
 *     if none was; null until it is begun
 */
public record PackageOrder(
    UUID packageId,
    @Nullable UUID fundId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    boolean full,
    UUID orderedBy,
    Instant orderedAt,
    @Nullable String failure,
    @Nullable Long keysAsOf) {

  PackageOrder failed(String code) {
    return new PackageOrder(
        packageId, fundId, from, to, full, orderedBy, orderedAt, code, keysAsOf);
  }

  PackageOrder begun(long lastDestruction) {
    return new PackageOrder(
        packageId, fundId, from, to, full, orderedBy, orderedAt, failure, lastDestruction);
  }

  /** Whether somebody may stand in it in clear whose key was destroyed since it was begun. */
  boolean mayNameTheForgotten(long lastDestruction) {
    return failure == null && (keysAsOf == null || keysAsOf < lastDestruction);
  }

  /** Whether this account may fetch it: one with people in clear is for who asked alone. */
  public boolean isFor(AccountId reader) {
    return !full || orderedBy.toString().equals(reader.toString());
  }

  /** The name of its choice in JSON. */
  public String people() {
    return full ? "full" : "redacted";
  }
}
