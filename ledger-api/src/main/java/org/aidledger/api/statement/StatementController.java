package org.aidledger.api.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.FileName;
import org.aidledger.api.period.PeriodDesk;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.text.Language;
import org.aidledger.core.account.Role;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.projections.period.PeriodStep;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Closing statements of a period: what there are, and each as a file. */
@RestController
@RequestMapping("/api/v1/periods/{period}/statements")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class StatementController {

  private static final String FULL = "full";

  private final StatementDesk desk;
  private final PeriodDesk periods;

  StatementController(StatementDesk desk, PeriodDesk periods) {
    this.desk = desk;
    this.periods = periods;
  }

  @GetMapping
  StatementList list(
      @PathVariable AccountingPeriod period,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable Long closing) {
    String owner = periods.organisation(organisation);
    PeriodStep step = desk.closing(owner, period, closing);
    ClosingStatements sealed = step.statements();
    return new StatementList(
        owner,
        period.toString(),
        step.position(),
        sealed == null ? null : sealed.origin(),
        sealed == null ? step.position() : sealed.size(),
        sealed == null ? null : sealed.rootHash(),
        Arrays.stream(StatementKind.values())
            .map(
                kind ->
                    new StatementItem(
                        kind.slug(),
                        kind.name(),
                        sealed == null ? null : sealed.sha256().get(kind.name())))
            .toList());
  }

  /** The file; the same bytes whenever it is asked for. */
  @GetMapping("/{statement}")
  ResponseEntity<byte[]> file(
      @PathVariable AccountingPeriod period,
      @PathVariable String statement,
      @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(required = false) @Nullable Long closing,
      @RequestParam(required = false) @Nullable String form,
      @RequestParam(required = false) @Nullable String people,
      @RequestParam(required = false) @Nullable String lang,
      Actor actor) {
    StatementKind kind =
        StatementKind.ofSlug(statement).orElseThrow(() -> ApiProblem.notFound("statement"));
    StatementForm wanted = form(Objects.requireNonNullElse(form, "xlsx"));
    boolean full = full(Objects.requireNonNullElse(people, "redacted"));
    Language language = Language.ofCode(lang).orElse(Language.ZH);
    String owner = periods.organisation(organisation);
    byte[] file =
        desk.statement(desk.closing(owner, period, closing), kind, wanted, full, language, actor);
    String title = StatementWords.in(language).get(kind.name());
    return ResponseEntity.ok()
        .contentType(wanted.type())
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            FileName.header(kind.slug() + "-" + period, title + " " + period, wanted.ending()))
        .body(file);
  }

  private static StatementForm form(String name) {
    return switch (name) {
      case "xlsx" -> StatementForm.XLSX;
      case "pdf" -> StatementForm.PDF;
      default -> throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "form");
    };
  }

  private static boolean full(String name) {
    return switch (name) {
      case FULL -> true;
      case "redacted" -> false;
      default -> throw new ApiProblem(ApiCode.VALUE_NOT_ALLOWED, "people");
    };
  }

  /**
   * The statements of one closing of a period, the last unless another is named by its position.
   *
   * @param closing the position of the closing's event
   * @param origin of the checkpoint that stands on them, absent if the book was not sealed
   * @param size only events at positions below are in them
   * @param rootHash of that checkpoint, in base64
   */
  record StatementList(
      String organisation,
      String period,
      long closing,
      @Nullable String origin,
      long size,
      @Nullable String rootHash,
      List<StatementItem> items) {}

  /**
   * One statement.
   *
   * @param sha256 of the full one as a workbook in Chinese, in hexadecimal, as the event has it
   */
  record StatementItem(String statement, String name, @Nullable String sha256) {}
}
