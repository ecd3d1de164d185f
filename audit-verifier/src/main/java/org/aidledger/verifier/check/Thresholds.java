package org.aidledger.verifier.check;

import java.util.HashMap;
import java.util.Map;
import org.aidledger.verifier.event.Event;
import org.aidledger.verifier.event.Field;
import org.jspecify.annotations.Nullable;

/** How many approvers a sum needs: two above the fund's threshold, otherwise one. */
final class Thresholds {

  private final Map<String, Long> thresholds = new HashMap<>();

  void on(Event event) {
    switch (event.type()) {
      case "FundOpened", "FundChangeConfirmed" -> set(event);
      default -> {}
    }
  }

  private void set(Event event) {
    String fund = event.payload().text(Field.FUND_ID);
    Long threshold = event.payload().optionalNumber(Field.APPROVAL_THRESHOLD);
    if (threshold != null) {
      thresholds.put(fund, threshold);
    } else if (event.payload().flag(Field.THRESHOLD_REMOVED)) {
      thresholds.remove(fund);
    }
  }

  int required(String fundId, long total) {
    @Nullable Long threshold = thresholds.get(fundId);
    return threshold != null && total > threshold ? 2 : 1;
  }
}
