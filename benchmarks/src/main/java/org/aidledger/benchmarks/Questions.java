package org.aidledger.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.fund.FundId;

/**
 * What people ask of a long book, as paths of the API. The product has no statement of all that one
 * donor gave; nearest to it is one donation by its identity, with the donor's name opened.
 */
final class Questions {

  static final String BALANCE = "balance";

  private static final int VARIETY = 500;
  private static final int PAGE = 50;

  private Questions() {}

  /**
   * The paths of each kind; those that reach into the past are spread over all of it.
   *
   * @param donations recorded so far, by {@link Donations}
   * @param head position of the last event
   * @param from when the first was recorded
   * @param to when the last was recorded, which is over
   */
  static Map<String, List<String>> about(
      FundId fund, int donations, long head, Instant from, Instant to) {
    Random random = new Random(donations);
    String path = "/api/v1/funds/" + fund;
    List<String> past = new ArrayList<>();
    List<String> deep = new ArrayList<>();
    List<String> one = new ArrayList<>();
    for (int i = 0; i < VARIETY; i++) {
      long then = from.toEpochMilli() + random.nextLong(to.toEpochMilli() - from.toEpochMilli());
      past.add(
          path
              + "/balance?effectiveOn="
              + (i % 2 == 0 ? "2026-03-05" : "2026-05-18")
              + "&recordedBy="
              + Instant.ofEpochMilli(then));
      deep.add(path + "/trail?limit=" + PAGE + "&cursor=" + random.nextLong(head) + ".0");
      String reference = Donations.reference(random.nextInt(donations));
      one.add("/api/v1/donations/" + DonationId.of(BenchLedger.ORGANISATION, "payroll", reference));
    }
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put(BALANCE, List.of(path + "/balance"));
    kinds.put("past", past);
    kinds.put("trail", List.of(path + "/trail?order=newest&limit=" + PAGE));
    kinds.put("deep", deep);
    kinds.put("donor", one);
    return kinds;
  }
}
