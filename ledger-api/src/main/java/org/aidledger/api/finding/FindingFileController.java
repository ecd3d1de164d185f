package org.aidledger.api.finding;

import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.projections.finding.FindingFilter;
import org.aidledger.projections.finding.FindingQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Findings as a file, with all answers and the conclusion. */
@RestController
class FindingFileController {

  private final FindingQueries findings;
  private final FindingRows rows;

  FindingFileController(FindingQueries findings, FindingRows rows) {
    this.findings = findings;
    this.rows = rows;
  }

  @GetMapping("/api/v1/audit/findings.{format}")
  @RequiresRole({Role.FINANCE, Role.AUDITOR})
  ResponseEntity<StreamingResponseBody> list(
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String severity,
      Export export) {
    FindingFilter filter = FindingController.filter(organisation, fundId, state, severity);
    return export.answer(
        new ExportList<>(
            "findings",
            export.texts().get("export.findings"),
            FindingRows.columns(),
            Rows.paged(
                after ->
                    rows.of(
                        findings.list(filter, Order.OLDEST_FIRST, after, Page.MAX),
                        export.texts()))));
  }
}
