package org.aidledger.api.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.aidledger.api.export.Column;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportList;
import org.aidledger.api.export.Rows;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.ActorNames;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundId;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports, their lines, and what they found, as files. */
@RestController
@RequestMapping("/api/v1")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class ImportFileController {

  private final ImportDesk desk;
  private final FundQueries funds;
  private final ActorNames names;

  ImportFileController(ImportDesk desk, FundQueries funds, ActorNames names) {
    this.desk = desk;
    this.funds = funds;
    this.names = names;
  }

  @GetMapping("/imports.{format}")
  ResponseEntity<StreamingResponseBody> imports(
      @RequestParam(required = false) @Nullable UUID fundId, Export export) {
    return export.answer(
        new ExportList<>(
            "imports",
            export.texts().get("imports.title"),
            ImportColumns.ofImports(export.texts()),
            Rows.paged(
                after ->
                    named(
                        desk.page(
                            fundId == null ? null : new FundId(fundId),
                            after,
                            Page.MAX,
                            export.locale())))));
  }

  private Page<ImportColumns.Named> named(Page<ImportView> page) {
    Set<String> accounts = new HashSet<>();
    page.items().forEach(view -> accounts.add(view.startedBy()));
    Map<String, String> known = names.names(accounts);
    return new Page<>(
        page.items().stream()
            .map(
                view ->
                    new ImportColumns.Named(
                        view,
                        funds.one(view.fundId()).map(FundView::name).orElse(null),
                        known.get(view.startedBy())))
            .toList(),
        page.next());
  }

  @GetMapping("/imports/{importId}/lines.{format}")
  ResponseEntity<StreamingResponseBody> lines(
      @PathVariable UUID importId,
      @RequestParam(defaultValue = "ALL") String status,
      Export export) {
    LineList list = Values.choice("status", status, LineList.class);
    return export.answer(
        list(
            importId,
            "import-lines",
            export.texts().word("lineList", list.name()),
            export,
            new Content<>(
                ImportColumns.ofLines(export.texts(), desk.currency(importId)),
                Rows.paged(
                    after -> desk.lines(importId, list, after, Page.MAX, export.locale())))));
  }

  @GetMapping("/imports/{importId}/corrections.{format}")
  ResponseEntity<StreamingResponseBody> corrections(@PathVariable UUID importId, Export export) {
    return export.answer(
        list(
            importId,
            "import-corrections",
            export.texts().word("lineList", LineList.CHANGED.name()),
            export,
            new Content<>(
                ImportColumns.ofCorrections(export.texts(), desk.currency(importId)),
                Rows.paged(
                    after -> desk.corrections(importId, after, Page.MAX, export.locale())))));
  }

  @GetMapping("/imports/{importId}/gone.{format}")
  ResponseEntity<StreamingResponseBody> gone(@PathVariable UUID importId, Export export) {
    return export.answer(
        list(
            importId,
            "import-gone",
            export.texts().get("importGone.short"),
            export,
            new Content<>(
                ImportColumns.ofGone(export.texts(), desk.currency(importId)),
                Rows.paged(after -> desk.gone(importId, after, Page.MAX)))));
  }

  private record Content<T>(List<Column<T>> columns, Rows<T> rows) {}

  private <T> ExportList<T> list(
      UUID importId, String file, String what, Export export, Content<T> content) {
    Locale locale = export.locale();
    String title = what + " " + desk.one(importId, locale).fileName();
    return new ExportList<>(file, title, content.columns(), content.rows());
  }
}
