package org.aidledger.api.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.projections.trail.BookedSpan;
import org.jspecify.annotations.Nullable;

/**
 * What statements are about: a period of an organisation, as the book of a size knows it.
 *
 * @param size only events at positions below are in them
 * @param origin of the checkpoint at this size, null where the closing has none
 * @param rootHash of that checkpoint, in base64
 * @param zone the business time zone at the closing
 */
record StatementScope(
    String organisation,
    AccountingPeriod period,
    long size,
    @Nullable String origin,
    @Nullable String rootHash,
    ZoneId zone) {

  /**
   * A closing over a checkpoint.
   *
   * @param present the zone of the present setting, for closings that do not say theirs
   */
  static StatementScope of(
      String organisation, AccountingPeriod period, ClosingStatements statements, ZoneId present) {
    String counted = statements.zone();
    return new StatementScope(
        organisation,
        period,
        statements.size(),
        statements.origin(),
        statements.rootHash(),
        counted == null ? present : ZoneId.of(counted));
  }

  BookedSpan span() {
    return new BookedSpan(
        organisation,
        period.first(),
        period.last(),
        period.first().atStartOfDay(zone).toInstant(),
        period.last().plusDays(1).atStartOfDay(zone).toInstant(),
        size);
  }

  /** Names it in 32 bytes, for what is derived from it. */
  byte[] digest() {
    String text = organisation + "\n" + period + "\n" + size + "\n" + rootHash;
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }
}
