package org.aidledger.projections.exception;

import static org.aidledger.projections.query.Fields.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.projections.query.Where;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * First digits of the donations of each channel that are unlike Benford's. Fixed sums, such as a
 * day's wage from everybody, deviate without being wrong. The events are those with the digit that
 * exceeds expectation most.
 */
final class BenfordRule implements ExceptionRule {

  private static final int DIGITS = 9;

  @Override
  public ExceptionKind kind() {
    return ExceptionKind.BENFORD;
  }

  /** One first digit of one channel. */
  private record Digit(String channel, int digit, long count, List<Long> positions) {}

  @Override
  public List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit) {
    Where where = scope.where("d.fund_id", "d.first_position").and("d.status <> 'REVERSED'");
    Map<String, List<Digit>> channels =
        jdbc
            .sql(
                """
                select d.channel, left(d.amount::text, 1)::int as digit, count(*) as counted,
                  (array_agg(d.first_position order by d.first_position))[1\\:%d] as positions
                from live.donation d %s
                group by d.channel, left(d.amount::text, 1)
                """
                    .formatted(ExceptionQueries.MOST_POSITIONS, where.sql()))
            .params(where.values())
            .query(
                (row, _) ->
                    new Digit(
                        text(row, "channel"),
                        row.getInt("digit"),
                        row.getLong("counted"),
                        List.of((Long[]) row.getArray("positions").getArray())))
            .list()
            .stream()
            .collect(Collectors.groupingBy(Digit::channel, TreeMap::new, Collectors.toList()));
    List<ExceptionView> found = new ArrayList<>();
    channels.forEach((channel, digits) -> judge(channel, digits, scope, found));
    return found.stream().limit(limit).toList();
  }

  private void judge(
      String channel, List<Digit> digits, ExceptionScope scope, List<ExceptionView> found) {
    long[] counts = new long[DIGITS];
    digits.forEach(digit -> counts[digit.digit() - 1] = digit.count());
    Benford benford = new Benford(counts);
    if (!benford.deviates()) {
      return;
    }
    int most = benford.mostExceeded();
    Map<String, String> facts =
        Map.of(
            "channel", channel,
            "counts", Arrays.toString(counts),
            "chiSquare", benford.chiSquare().toPlainString(),
            "limit", Benford.LIMIT.toPlainString(),
            "meanAbsoluteDeviation", benford.meanAbsoluteDeviation().toPlainString(),
            "digit", Integer.toString(most));
    List<Long> positions =
        digits.stream()
            .filter(digit -> digit.digit() == most)
            .flatMap(digit -> digit.positions().stream())
            .toList();
    found.add(new ExceptionView(kind(), scope.fundId(), benford.total(), positions, facts));
  }
}
