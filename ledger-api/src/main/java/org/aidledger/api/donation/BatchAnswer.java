package org.aidledger.api.donation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch of donations.
 *
 * @param refused lines that were refused by themselves, in the order of the request
 */
record BatchAnswer(int recorded, int alreadyRecorded, List<RefusedLine> refused, long position) {

  /**
   * A line that was refused.
   *
   * @param index in the request, from 0
   * @param field the field to blame, absent where a rule refused the whole line
   */
  record RefusedLine(
      int index, String code, String message, @Nullable String field, Map<String, ?> facts) {}
}
