package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.aidledger.api.person.People;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.replay.ReplayProgress;
import org.aidledger.projections.replay.ReplayReport;

/** Compares the book with what was sent: counts, totals to the fen, control totals, read models. */
final class TieOut {

  private static final int SAMPLE = 200;

  private static final int SHOWN = 10;

  /** Each query finds breaches of the rule that it is named after. */
  private static final Map<String, String> RULES =
      Map.of(
          "positions have gaps",
          "select count(*), max(position) from ledger.event having max(position) + 1 <> count(*)",
          "control totals differ from their details",
          "select fund, p.n, p.fen, d.n, d.fen from"
              + " (select stream_id::text fund, sum((payload::json->>'count')::bigint) n,"
              + " sum((payload::json->>'total')::bigint) fen from ledger.event"
              + " where type = 'DonationsPosted' group by 1) p full join"
              + " (select payload::json->>'fundId' fund, count(*) n,"
              + " sum((payload::json->>'amount')::bigint) fen from ledger.event"
              + " where type = 'DonationReceived' group by 1) d using (fund)"
              + " where (p.n, p.fen) is distinct from (d.n, d.fen)",
          "entry numbers have gaps",
          "select fund_id, count(*), max(entry_number) from live.donation group by 1"
              + " having count(distinct entry_number) <> count(*)");

  private TieOut() {}

  /** What a fund must have received: how many donations, and fen. */
  record Received(long count, long fen) {

    Received plus(Received other) {
      return new Received(count + other.count, Math.addExact(fen, other.fen));
    }
  }

  /**
   * Compares everything, with a replay of the whole book; the read models must have caught up.
   *
   * @param expected of every fund that received anything
   * @throws TieOutException if anything differs
   */
  static void check(BenchLedger ledger, Map<FundId, Received> expected)
      throws SQLException, InterruptedException, TieOutException {
    check(ledger, expected, Replays.run(ledger));
  }

  /** The same with a replay that was run already. */
  static void check(BenchLedger ledger, Map<FundId, Received> expected, ReplayProgress replay)
      throws SQLException, TieOutException {
    List<String> findings = new ArrayList<>();
    replayed(replay, findings);
    findings.addAll(compare(ledger, expected));
    if (!findings.isEmpty()) {
      throw new TieOutException(findings.subList(0, Math.min(SHOWN, findings.size())));
    }
  }

  /** What differs between the book and what was sent, without a replay. */
  static List<String> compare(BenchLedger ledger, Map<FundId, Received> expected)
      throws SQLException {
    List<String> findings = new ArrayList<>();
    try (Connection connection = ledger.connect()) {
      totals(connection, expected, findings);
      for (Map.Entry<String, String> rule : RULES.entrySet()) {
        for (String row : Sql.rows(connection, rule.getValue())) {
          findings.add(rule.getKey() + ": " + row);
        }
      }
      sample(connection, ledger.bean(People.class), findings);
    }
    return findings;
  }

  /**
   * Compares two figures.
   *
   * @throws TieOutException if they differ
   */
  static void require(String what, Object sent, Object found) throws TieOutException {
    if (!sent.equals(found)) {
      throw new TieOutException(List.of(what + ": sent " + sent + ", found " + found));
    }
  }

  private static void totals(
      Connection connection, Map<FundId, Received> expected, List<String> findings)
      throws SQLException {
    Map<String, Received> sent = new TreeMap<>();
    expected.forEach((fund, received) -> sent.put(fund.toString(), received));
    Map<String, String> books =
        Map.of(
            "events",
            "select payload::json->>'fundId', count(*), sum((payload::json->>'amount')::bigint)"
                + " from ledger.event where type = 'DonationReceived' group by 1",
            "read model of donations",
            "select fund_id, count(*), sum(amount) from live.donation group by 1",
            "trail",
            "select fund_id, count(*), sum(amount) from live.trail where type ="
                + " 'DonationReceived' group by 1",
            "read model of funds",
            "select f.fund_id, d.n, f.received from live.fund f join (select fund_id, count(*) n"
                + " from live.donation group by 1) d using (fund_id)");
    for (Map.Entry<String, String> book : books.entrySet()) {
      Map<String, Received> found = new TreeMap<>();
      Sql.map(
          connection,
          book.getValue(),
          row -> found.put(row.getString(1), new Received(row.getLong(2), row.getLong(3))));
      differences(book.getKey(), sent, found, findings);
    }
  }

  private static void differences(
      String book, Map<String, Received> sent, Map<String, Received> found, List<String> findings) {
    Map<String, Received> all = new TreeMap<>(found);
    all.putAll(sent);
    for (String fund : all.keySet()) {
      Received wanted = sent.getOrDefault(fund, new Received(0, 0));
      Received there = found.getOrDefault(fund, new Received(0, 0));
      if (!wanted.equals(there)) {
        findings.add("%s: fund %s: sent %s, found %s".formatted(book, fund, wanted, there));
      }
    }
  }

  /** Amount and sealed donor of some donations, opened again, against what was sent. */
  private static void sample(Connection connection, People people, List<String> findings)
      throws SQLException {
    long donations = Sql.number(connection, "select count(*) from live.donation");
    long step = Math.max(1, donations / SAMPLE);
    String some =
        "select d.reference, d.amount, d.donor_subject, d.donor_sealed from (select *,"
            + " row_number() over (order by first_position) n from live.donation"
            // Lines of rosters have keyed digests instead; their scenario looks at them itself.
            + " where reference ~ '^B-[0-9]+$') d where n % "
            + step
            + " = 0";
    Sql.map(
        connection,
        some,
        row -> {
          int number = Integer.parseInt(row.getString(1).substring(2));
          SealedText donor =
              new SealedText(row.getObject(3, UUID.class).toString(), row.getString(4));
          String name =
              people
                  .open(People.Kind.PERSON, donor)
                  .map(fields -> fields.getOrDefault(People.NAME, ""))
                  .orElse("");
          if (row.getLong(2) != Donations.fen(number) || !name.equals(Donations.name(number))) {
            findings.add("donation " + number + " says something else than what was sent");
          }
          return number;
        });
  }

  private static void replayed(ReplayProgress replay, List<String> findings) {
    ReplayReport report = replay.report();
    if (report == null) {
      findings.add("the replay failed: " + replay.failure());
      return;
    }
    report.differences().stream().limit(SHOWN).forEach(d -> findings.add("replay: " + d));
    report.controlFindings().forEach(f -> findings.add("control totals: " + f));
  }
}
