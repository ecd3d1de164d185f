package org.aidledger.api.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.json.Values;
import org.aidledger.api.reading.KnownAt;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.audit.RefusalQueries;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What auditors see, as files. */
@RestController
@RequestMapping("/api/v1/audit")
@RequiresRole(Role.AUDITOR)
class AuditFileController {

  private final RefusalQueries refusals;
  private final RefusalRows refusalRows;
  private final PrivacyQueries privacy;
  private final ReadingRows readingRows;
  private final PastRows pastRows;
  private final KnownAt knownAt;

  AuditFileController(
      RefusalQueries refusals,
      RefusalRows refusalRows,
      PrivacyQueries privacy,
      ReadingRows readingRows,
      PastRows pastRows,
      KnownAt knownAt) {
    this.refusals = refusals;
    this.refusalRows = refusalRows;
    this.privacy = privacy;
    this.readingRows = readingRows;
    this.pastRows = pastRows;
    this.knownAt = knownAt;
  }

  @GetMapping("/refusals.{format}")
  ResponseEntity<StreamingResponseBody> refusals(
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable UUID fundId,
      @RequestParam(required = false) @Nullable UUID actor,
      Export export) {
    return export.answer(
        new ExportList<>(
            "refusals",
            export.texts().get("export.refusals"),
            RefusalRows.columns(),
            Rows.paged(
                after ->
                    refusalRows.of(
                        refusals.list(
                            code, text(fundId), text(actor), Order.OLDEST_FIRST, after, Page.MAX),
                        export.texts()))));
  }

  @GetMapping("/readings.{format}")
  ResponseEntity<StreamingResponseBody> readings(
      @RequestParam(required = false) @Nullable UUID actor, Export export) {
    return export.answer(
        new ExportList<>(
            "readings",
            export.texts().get("export.readings"),
            ReadingRows.columns(),
            Rows.paged(
                after ->
                    readingRows.of(
                        privacy.readings(null, text(actor), Order.OLDEST_FIRST, after, Page.MAX),
                        export.texts()))));
  }

  /** The balances of all funds, as they were or as they were known, beside those of now. */
  @GetMapping("/balances.{format}")
  ResponseEntity<StreamingResponseBody> balances(
      @RequestParam(required = false) @Nullable String effectiveOn,
      @RequestParam(required = false) @Nullable String recordedBy,
      Export export) {
    LocalDate day = effectiveOn == null ? null : Values.day("effectiveOn", effectiveOn);
    Long position = knownAt.asked("recordedBy", recordedBy);
    return export.answer(
        new ExportList<>(
            "balances-then-and-now",
            export.texts().get("export.past"),
            PastRows.columns(),
            Rows.paged(after -> pastRows.page(day, position, after, Page.MAX))));
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }
}
