package org.aidledger.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.store.seal.SealedBook;

/**
 * Proofs over HTTP from a tree of 5,000,000 leaves, at a steady rate. What stands as raw is one
 * tile by its key, asked of PostgreSQL alone: a proof needs about six of them.
 */
final class Proofs implements Scenario {

  private static final int LEAVES = 5_000_000;
  private static final int VARIETY = 2_000;
  private static final int CONNECTIONS = 4;
  private static final double PER_SECOND = 100;
  private static final int SECONDS = 40;
  private static final int LEAST_SECONDS = 4;
  private static final int WARM_UP = 3_000;

  private final int leaves;
  private final double perSecond;

  Proofs() {
    this(LEAVES, PER_SECOND);
  }

  Proofs(int leaves, double perSecond) {
    this.leaves = leaves;
    this.perSecond = perSecond;
  }

  @Override
  public String name() {
    return "proofs";
  }

  @Override
  public Result run(Run run) throws Exception {
    try (BenchLedger ledger = BenchLedger.start(run.dataFolder(name()), SealedHistory.OPTIONS);
        ClientProcess client = ClientProcess.start(ledger, "auditor");
        MemoryPeaks memory = new MemoryPeaks()) {
      run.note(ledger);
      MadeTree tree = MadeTree.grow(ledger, run.size(leaves));
      ClientLoad load =
          ClientLoad.reads(
              paths(tree), CONNECTIONS, perSecond, Math.max(LEAST_SECONDS, run.size(SECONDS)));
      var _ =
          WarmUp.run(run, 0, run.size(WARM_UP), (from, to) -> client.send(load.first(to - from)));
      ClientLoad.Outcome outcome = client.send(load);
      check(ledger.bean(SealedBook.class), tree);
      Figure figure =
          new Figure(
              outcome.sinceDue().p99(), "ms (p99)", raw(ledger, tree), Floor.figureAtMost(10));
      return Result.of(name(), figure, outcome.accepted())
          .with(outcome.sinceDue())
          .with(memory.peaks())
          .withSetting("leaves", tree.size())
          .withSetting("perSecond", Math.round(outcome.perSecond()))
          .withExtra("p99SinceSentMs", outcome.sinceSent().p99());
    }
  }

  /** Of any leaf, under any head; one in five is of consistency. */
  private static List<String> paths(MadeTree tree) {
    Random random = new Random(tree.size());
    List<Long> sizes = new ArrayList<>(tree.roots().keySet());
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < VARIETY; i++) {
      long size = sizes.get(random.nextInt(sizes.size()));
      String question =
          i % 5 == 0
              ? "consistency?from=" + (1 + random.nextLong(size)) + "&to=" + size
              : "inclusion?position=" + random.nextLong(size) + "&size=" + size;
      paths.add("/api/v1/audit/proofs/" + question);
    }
    return paths;
  }

  /** Whoever asked knows the leaves and the roots, and computes with what he was given. */
  private static void check(SealedBook book, MadeTree tree) throws TieOutException {
    Random random = new Random(tree.size() + 1);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<Long, Hash> head : tree.roots().entrySet()) {
      for (int i = 0; i < VARIETY / 10; i++) {
        long position = random.nextLong(head.getKey());
        boolean proven =
            book.inclusion(position, head.getKey())
                .orElseThrow()
                .proves(MadeTree.leaf(position), head.getValue());
        if (!proven) {
          wrong.add("no proof for leaf " + position + " of " + head.getKey());
        }
      }
      boolean continued =
          book.consistency(head.getKey(), tree.size())
              .orElseThrow()
              .proves(head.getValue(), tree.root());
      if (!continued) {
        wrong.add("the head of " + head.getKey() + " is not continued");
      }
    }
    if (!wrong.isEmpty()) {
      throw new TieOutException(wrong);
    }
  }

  /** One tile by its key; p99 in milliseconds. */
  private static double raw(BenchLedger ledger, MadeTree tree)
      throws SQLException, TieOutException {
    Random random = new Random(tree.size());
    Histogram times = new Histogram(3);
    try (Connection connection = ledger.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select hashes from ledger.seal_tile where level = 0 and index = ?")) {
      for (int i = 0; i < VARIETY; i++) {
        long start = System.nanoTime();
        query.setLong(1, random.nextLong(Math.max(1, tree.tiles())));
        try (ResultSet row = query.executeQuery()) {
          if (row.next() && row.getBytes(1).length == 0) {
            throw new TieOutException(List.of("an empty tile"));
          }
        }
        times.recordValue(System.nanoTime() - start);
      }
    }
    return Latency.of(times).p99();
  }
}
