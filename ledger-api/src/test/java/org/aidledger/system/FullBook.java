package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payment;
import static org.aidledger.system.Bodies.payout;
import static org.aidledger.system.Bodies.reason;
import static org.aidledger.system.Bodies.with;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A book in which every page has something to show. */
final class FullBook {

  private static final String IDENTITY_NUMBER = "11010519491231002X";

  /**
   * As long as the book takes them, and without a place to break: pages must not grow with them.
   */
  private static final String WIDE_CODE = "FULL." + "W".repeat(59);

  /** The account that records it, as long as user names may be. */
  static final String WIDE_ACCOUNT = "w".repeat(64);

  private static final String WIDE_NAME = "Foundation".repeat(8);
  private static final String WIDE_REFERENCE = "FULL-" + "0123456789".repeat(10);

  private static final byte[] ROSTER =
      """
      2026年慈心一日捐,,,,
      单位,姓名,工号,金额(元),日期
      第一分会,王小明,G1,￥50.00,2026年5月19日
      第一分会,李红,G2,一百,2026-05-19
      第二分会,赵桂秀,G3,"1,000.00",20260519
      第二分会,赵桂秀,G3,200,20260519
      %1$s,%1$s,%1$s,10.00,20260519
      %1$s,%1$s,%1$s,wrong,20260519
      合计,,,"1,260.00",
      """
          .formatted(WIDE_NAME)
          .getBytes(StandardCharsets.UTF_8);

  private final Map<String, String> ids = new HashMap<>();

  private FullBook() {}

  /** Records one of each kind. */
  static FullBook in(RunningLedger ledger) {
    FullBook book = new FullBook();
    book.record(ledger);
    return book;
  }

  /** Pages that show something else than usual only where a step is to be taken. */
  private static final Map<String, String> STEPS =
      Map.of(
          "/audit/corrections",
              "/audit/corrections?fund={fundId}&from=2026-01-01&knownFrom=2026-01-01",
          "/periods", "/periods?organisation=" + WIDE_NAME,
          "/periods/{period}", "/periods/{period}?organisation=" + WIDE_NAME,
          "/payouts/{payoutId}/approval", "/payouts/{REQUESTED}/approval",
          "/payouts/{payoutId}/rejection", "/payouts/{REQUESTED}/rejection",
          "/payouts/{payoutId}/payment", "/payouts/{APPROVED}/payment",
          "/payouts/{payoutId}/return", "/payouts/{PAID}/return",
          "/funds/{fundId}/unfreeze", "/funds/{frozenId}/unfreeze");

  /** The path with the ids of this book in the place of its variables. */
  String address(String template) {
    String path = STEPS.getOrDefault(template, template);
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace("{" + id.getKey() + "}", id.getValue());
    }
    if (path.contains("{")) {
      throw new AssertionError("the book has no id for " + path);
    }
    return path;
  }

  /** The id that stands for a variable; if the book has none, the other one, or one of nothing. */
  String idOr(String variable, @Nullable String other) {
    String otherwise = other == null ? UUID.randomUUID().toString() : other;
    return ids.getOrDefault(variable, otherwise);
  }

  private void record(RunningLedger ledger) {
    Desk finance = ledger.desk(WIDE_ACCOUNT);
    Desk approver = ledger.desk("approver");
    Desk cashier = ledger.desk("cashier");
    ledger
        .desk("admin")
        .order(
            201,
            "/accounts",
            Map.of(
                "username",
                WIDE_ACCOUNT,
                "password",
                RunningLedger.PASSWORD,
                "roles",
                List.of("FINANCE")));
    String fund =
        finance
            .order(201, "/funds", with(fund(WIDE_CODE), "name", WIDE_NAME))
            .path("fundId")
            .asString();
    ids.put("fundId", fund);
    finance.order(201, "/funds/" + fund + "/donations", anonymous("FULL-1", "10000.00"));
    String donation =
        finance
            .order(
                201,
                "/funds/" + fund + "/donations",
                donation(
                    WIDE_REFERENCE,
                    "200.00",
                    Map.of(
                        "name",
                        WIDE_NAME,
                        "organisation",
                        WIDE_NAME,
                        "identityNumber",
                        IDENTITY_NUMBER)))
            .path("donationId")
            .asString();
    ids.put("donationId", donation);
    ids.put(
        "entryId",
        finance
            .order(
                201,
                "/funds/" + fund + "/expense",
                Map.of(
                    "category", "BANK_FEE",
                    "reference", WIDE_REFERENCE + "-FEE",
                    "amount", "3.50",
                    "effectiveOn", "2026-02-03"))
            .path("entryId")
            .asString());
    for (String state : List.of("REQUESTED", "APPROVED", "PAID", "RETURNED")) {
      String payout = payoutIn(state, fund, finance, approver, cashier);
      ids.put(state, payout);
      ids.put("payoutId", payout);
    }
    String frozen = finance.order(201, "/funds", fund("FULL.2")).path("fundId").asString();
    ids.put("transferId", transfer(finance, fund, frozen));
    finance.order(200, "/funds/" + frozen + "/freeze", reason("核查"));
    ids.put("frozenId", frozen);
    finance.order(
        201, "/funds/" + fund + "/changes", Map.of("purpose", "帮扶困难职工及子女", "reason", "扩大帮扶范围"));
    finance.order(200, "/funds/" + fund + "/publication");
    ids.put("period", periods(finance, approver));
    ImportClient imports = new ImportClient(finance);
    ids.put(
        "importId",
        imports
            .imported(fund, WIDE_REFERENCE, WIDE_NAME + ".csv", ROSTER)
            .path("importId")
            .asString());
    ids.put("accountId", ledger.desk("cashier").read("/accounts/me").path("accountId").asString());
    ids.put(
        "subjectId",
        ledger
            .desk("admin")
            .order(200, "/subjects/search", Map.of("identityNumber", IDENTITY_NUMBER))
            .path("items")
            .path(0)
            .path("subjectId")
            .asString());
    ids.put("findingId", finding(ledger, fund));
    ids.put(
        "replayId",
        ledger.desk("auditor").order(202, "/audit/replays").path("replayId").asString());
    ids.put(
        "packageId",
        ledger
            .desk("auditor")
            .order(202, "/audit/packages", Map.of("people", "redacted"))
            .path("packageId")
            .asString());
    ids.put(
        "batchId",
        finance
            .order(
                201,
                "/funds/" + fund + "/payout-batches",
                Map.of(
                    "reference",
                    WIDE_REFERENCE + "-B1",
                    "payouts",
                    List.of(wide("B1-1"), payout("FULL-B1-2", "200.00"))))
            .path("batchId")
            .asString());
  }

  /** A month that was closed, and the next one, which waits for a second person. */
  private static String periods(Desk finance, Desk approver) {
    Map<String, Object> union = Map.of("organisation", WIDE_NAME);
    finance.order(201, "/funds", with(fund("FULL.3"), "organisation", WIDE_NAME));
    Map<String, Object> closing =
        with(
            union,
            "acknowledged",
            List.of("PENDING_PAYOUTS", "FAILED_IMPORTS", "REPLAY_MISSING", "SEAL_BEHIND"));
    finance.order(200, "/periods/2025-01/closing", closing);
    approver.order(200, "/periods/2025-01/confirmation", union);
    finance.order(200, "/periods/2025-02/closing", closing);
    return "2025-02";
  }

  /** A finding that was answered, so that finance staff and auditors each have a form. */
  private static String finding(RunningLedger ledger, String fund) {
    Map<String, Object> order =
        Map.of("fundId", fund, "severity", "HIGH", "positions", List.of(1, 3), "text", WIDE_NAME);
    String id =
        ledger.desk("auditor").order(201, "/audit/findings", order).path("findingId").asString();
    ledger
        .desk(WIDE_ACCOUNT)
        .order(200, "/audit/findings/" + id + "/answers", Map.of("answer", WIDE_REFERENCE));
    return id;
  }

  private static String transfer(Desk finance, String from, String to) {
    Map<String, Object> order =
        Map.of(
            "fromFundId",
            from,
            "toFundId",
            to,
            "amount",
            "5.00",
            "effectiveOn",
            "2026-05-19",
            "reference",
            WIDE_REFERENCE + "-T",
            "reason",
            WIDE_NAME);
    return finance.order(201, "/transfers", order).path("entryId").asString();
  }

  private static String payoutIn(
      String state, String fund, Desk finance, Desk approver, Desk cashier) {
    String id =
        finance.order(201, "/funds/" + fund + "/payouts", wide(state)).path("payoutId").asString();
    if (!state.equals("REQUESTED")) {
      approver.order(200, "/payouts/" + id + "/approval");
    }
    if (state.equals("PAID") || state.equals("RETURNED")) {
      cashier.read("/payouts/" + id + "/bank-account");
      cashier.order(
          200, "/payouts/" + id + "/payment", payment("2026-05-20", WIDE_REFERENCE + state));
    }
    if (state.equals("RETURNED")) {
      Map<String, Object> returned = new HashMap<>(reason(WIDE_NAME));
      returned.put("returnedOn", "2026-05-21");
      cashier.order(200, "/payouts/" + id + "/return", returned);
    }
    return id;
  }

  private static Map<String, Object> wide(String end) {
    return with(payout(WIDE_REFERENCE + end, "100.00"), "payee", payee());
  }

  private static Map<String, Object> payee() {
    return Map.of("name", WIDE_NAME, "bankAccount", "6222907483378876");
  }
}
