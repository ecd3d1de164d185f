package org.aidledger.system;

import static org.aidledger.system.Bodies.DAY;
import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many orders about the payouts of one fund at once: they share appends, and each is answered for
 * itself.
 */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class PayoutCrowdTest {

  private static final int PAYOUTS = 60;

  /** Payouts that the fund can pay for; the last fen is missing for one more. */
  private static final int AFFORDABLE = 45;

  private static final int CALLERS = 24;

  private final RunningLedger ledger;
  private final Desk finance;
  private final Desk approver;
  private final Desk approver2;
  private final Desk cashier;
  private final Desk auditor;

  PayoutCrowdTest(RunningLedger ledger) {
    this.ledger = ledger;
    finance = ledger.desk("finance");
    approver = ledger.desk("approver");
    approver2 = ledger.desk("approver2");
    cashier = ledger.desk("cashier");
    auditor = ledger.desk("auditor");
  }

  @Test
  void eachIsAnsweredForItselfAndTheMoneyIsSpentOnce() throws Exception {
    String fundId = openFund();

    List<Answer> asked =
        atOnce(2 * PAYOUTS, i -> finance.post("/funds/" + fundId + "/payouts", request(i / 2)));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PAYOUTS; i++) {
      Answer one = asked.get(2 * i);
      Answer other = asked.get(2 * i + 1);
      assertThat(List.of(one.status(), other.status())).containsExactlyInAnyOrder(201, 200);
      assertThat(one.json()).isEqualTo(other.json());
      ids.add(one.json().path("payoutId").asString());
    }
    asked.forEach(answer -> standsThere(answer, "PayoutRequested", "finance"));

    // Two people approve each at once: one of the two is enough, the other comes too late.
    List<Answer> approved =
        atOnce(
            2 * PAYOUTS,
            i ->
                (i % 2 == 0 ? approver : approver2)
                    .post("/payouts/" + ids.get(i / 2) + "/approval"));
    List<String> reserved = new ArrayList<>();
    for (int i = 0; i < 2 * PAYOUTS; i++) {
      if (approved.get(i).status() == 200) {
        reserved.add(ids.get(i / 2));
        standsThere(approved.get(i), "PayoutApproved", i % 2 == 0 ? "approver" : "approver2");
      } else {
        assertThat(approved.get(i).problem()).isIn("PAYOUT_STATE", "INSUFFICIENT_FUNDS");
      }
    }
    assertThat(reserved).doesNotHaveDuplicates().hasSize(AFFORDABLE);

    List<Answer> paid =
        atOnce(
            2 * AFFORDABLE,
            i ->
                cashier.post(
                    "/payouts/" + reserved.get(i / 2) + "/payment",
                    payment(DAY, "CROWD-" + i / 2)));
    assertThat(paid).allMatch(answer -> answer.status() == 200);

    assertThat(rows("select count(*) from ledger.event where type = 'PayoutPaid'", fundId))
        .containsExactly("[" + AFFORDABLE + "]");
    assertThat(rows("select count(*) from ledger.event where type = 'EntriesPosted'", fundId))
        .containsExactly("[" + 2 * AFFORDABLE + "]");
    refusalsAreOnRecord(2 * PAYOUTS - AFFORDABLE, ids);
    BookCheck.awaitReadModels(ledger);
    var balance = auditor.read("/funds/" + fundId + "/balance");
    assertThat(balance.path("paid").asString()).isEqualTo("450.00");
    assertThat(balance.path("reserved").asString()).isEqualTo("0.00");
    assertThat(balance.path("available").asString()).isEqualTo("9.99");
    BookCheck.hold(ledger);
  }

  private String openFund() {
    String id = finance.order(201, "/funds", fund("CROWD")).path("fundId").asString();
    finance.order(201, "/funds/" + id + "/donations", anonymous("CROWD-money", "459.99"));
    return id;
  }

  private static Map<String, Object> request(int number) {
    return payout("CROWD-" + number, "10.00");
  }

  /** The answer names the position at which the order's own event stands. */
  private void standsThere(Answer answer, String type, String username) {
    String payoutId = answer.json().path("payoutId").asString();
    assertThat(
            rows(
                "select count(*) from ledger.event e join security.credential c"
                    + " on e.metadata::jsonb ->> 'actor' = c.account_id::text"
                    + (" where e.type = '" + type + "' and c.username = '" + username + "'")
                    + (" and e.position = " + answer.json().path("position").asLong()),
                payoutId))
        .as("%s", answer.text())
        .containsExactly("[1]");
  }

  private void refusalsAreOnRecord(int count, List<String> payoutIds) {
    long kept =
        payoutIds.stream()
            .flatMap(
                id ->
                    rows("select count(*) from ledger.event where type = 'CommandRefused'", id)
                        .stream())
            .mapToLong(row -> Long.parseLong(row.substring(1, row.length() - 1)))
            .sum();
    assertThat(kept).isEqualTo(count);
  }

  /** Rows about events that speak of an identifier. */
  private List<String> rows(String sql, String speakingOf) {
    try (Connection connection = ledger.database()) {
      return BookCheck.rows(connection, sql + " and payload like '%" + speakingOf + "%'");
    } catch (Exception e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Sends so many orders, many of them at a time. */
  private static List<Answer> atOnce(int count, IntFunction<Answer> order) throws Exception {
    try (ExecutorService crowd = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        answers.add(crowd.submit(() -> order.apply(number)));
      }
      List<Answer> all = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        all.add(answer.get());
      }
      return all;
    }
  }
}
