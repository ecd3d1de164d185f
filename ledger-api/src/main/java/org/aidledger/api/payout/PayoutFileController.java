package org.aidledger.api.payout;

import java.util.List;
import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.projections.payout.PayoutBatchQueries;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Payouts and their batches as files, of all funds or of one. */
@RestController
@RequestMapping("/api/v1")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class PayoutFileController {

  private final PayoutQueries payouts;
  private final PayoutBatchQueries batches;
  private final PayoutRows rows;

  PayoutFileController(PayoutQueries payouts, PayoutBatchQueries batches, PayoutRows rows) {
    this.payouts = payouts;
    this.batches = batches;
    this.rows = rows;
  }

  @GetMapping("/payouts.{format}")
  ResponseEntity<StreamingResponseBody> payouts(
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable UUID batchId,
      @RequestParam(required = false) @Nullable List<PayoutState> state,
      Export export) {
    PayoutFilter filter =
        new PayoutFilter(
            text(fundId),
            text(batchId),
            state == null ? List.of() : state.stream().map(Enum::name).toList());
    return export.answer(
        new ExportList<>(
            "payouts",
            export.texts().get("export.payouts"),
            PayoutColumns.ofPayouts(export.texts()),
            Rows.paged(
                after ->
                    rows.named(
                        payouts.list(filter, Order.OLDEST_FIRST, after, Page.MAX),
                        export.texts()))));
  }

  @GetMapping("/payout-batches.{format}")
  ResponseEntity<StreamingResponseBody> batches(
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable PayoutState state,
      Export export) {
    return export.answer(
        new ExportList<>(
            "payout-batches",
            export.texts().get("export.payoutBatches"),
            PayoutColumns.ofBatches(export.texts()),
            Rows.paged(
                after ->
                    rows.batches(
                        batches.list(
                            text(fundId),
                            state == null ? null : state.name(),
                            Order.OLDEST_FIRST,
                            after,
                            Page.MAX),
                        export.texts()))));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
