package org.aidledger.projections.payout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.projections.Json;

/** Who agreed, and when. */
public record ApprovalView(String accountId, Instant approvedAt) {

  static List<ApprovalView> list(String json) {
    return Json.records(json).stream()
        .map(one -> new ApprovalView(field(one, "by"), Instant.parse(field(one, "at"))))
        .toList();
  }

  private static String field(Map<String, String> record, String name) {
    return Objects.requireNonNull(record.get(name), name);
  }
}
