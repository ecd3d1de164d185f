package org.aidledger.api.web.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.imports.Duplicates;
import org.aidledger.api.imports.GoneView;
import org.aidledger.api.imports.ImportDesk;
import org.aidledger.api.imports.ImportView;
import org.aidledger.api.imports.LineList;
import org.aidledger.api.imports.LineView;
import org.aidledger.api.json.Values;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Imports to look at: all of them, one with what was found in it, and its lines. */
@Controller
@RequestMapping("/imports")
@RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
class ImportPages {

  private static final int FIRST = 10;

  private final ImportDesk desk;
  private final ImportTexts words;
  private final FundQueries funds;
  private final Forms forms;

  ImportPages(ImportDesk desk, ImportTexts words, FundQueries funds, Forms forms) {
    this.desk = desk;
    this.words = words;
    this.funds = funds;
    this.forms = forms;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String cursor,
      Actor actor,
      Locale locale,
      Model model) {
    Page<ImportView> page = desk.page(null, ListParameters.cursor(cursor), 50, locale);
    model.addAttribute("imports", words.of(page.items(), locale));
    model.addAttribute("next", ListParameters.next(page.next()));
    model.addAttribute("first", cursor == null);
    model.addAttribute("export", ExportLinks.to("/imports", words.texts(locale).language()));
    model.addAttribute("mayImport", actor.has(Role.FINANCE));
    return "imports";
  }

  @GetMapping("/new")
  @RequiresRole(Role.FINANCE)
  String begin(
      @RequestParam(required = false) @Nullable String fundId, Locale locale, Model model) {
    Texts texts = words.texts(locale);
    model.addAttribute(
        "funds",
        funds.list(null, Page.MAX).items().stream()
            .filter(fund -> fund.state().equals("OPEN"))
            .map(fund -> new Option(fund.fundId(), fund.name()))
            .toList());
    model.addAttribute("chosen", fundId);
    model.addAttribute(
        "kinds",
        Option.of(
            new RosterKind[] {RosterKind.DONATIONS, RosterKind.BANK_STATEMENT, RosterKind.PAYOUTS},
            "rosterKind",
            texts));
    return "import-new";
  }

  @GetMapping("/{importId}")
  String show(@PathVariable UUID importId, Actor actor, Locale locale, Model model) {
    ImportView view = desk.one(importId, locale);
    model.addAttribute(
        "form",
        forms
            .blank()
            .with("duplicates", view.duplicates().name())
            .with("batch", view.batch() == null ? view.proposedBatch() : view.batch()));
    return page(view, actor, locale, model);
  }

  /** Fills the model for the page of one import; the form is the caller's. */
  String page(ImportView view, Actor actor, Locale locale, Model model) {
    Texts texts = words.texts(locale);
    boolean finance = actor.has(Role.FINANCE);
    model.addAttribute("it", words.of(view, locale));
    model.addAttribute("postable", finance && ImportTexts.postable(view));
    model.addAttribute("stuck", finance && ImportTexts.stuck(view));
    model.addAttribute("mayImport", finance);
    model.addAttribute("mayConfirm", finance || actor.has(Role.APPROVER));
    model.addAttribute("own", view.isOf(actor.accountId().toString()));
    model.addAttribute("duplicateChoices", Option.of(Duplicates.values(), "duplicates", texts));
    model.addAttribute("bad", view.problems().stream().limit(FIRST).toList());
    model.addAttribute(
        "suspected", first(view, LineList.SUSPECTED, view.suspectedDuplicates(), locale));
    model.addAttribute("repeated", first(view, LineList.DUPLICATE, view.duplicateLines(), locale));
    model.addAttribute(
        "corrections",
        view.changed() == 0
            ? List.of()
            : desk.corrections(view.importId(), null, 50, locale).items());
    model.addAttribute(
        "gone", view.gone() == 0 ? List.of() : desk.gone(view.importId(), null, FIRST).items());
    model.addAttribute(
        "correctionsExport",
        ExportLinks.to("/imports/" + view.importId() + "/corrections", texts.language()));
    return "import";
  }

  private List<LineView> first(ImportView view, LineList list, long count, Locale locale) {
    return count == 0 ? List.of() : desk.lines(view.importId(), list, null, FIRST, locale).items();
  }

  @GetMapping("/{importId}/lines")
  String lines(
      @PathVariable UUID importId,
      @RequestParam(defaultValue = "ALL") String status,
      @RequestParam(required = false) @Nullable String cursor,
      Locale locale,
      Model model) {
    LineList list = Values.choice("status", status, LineList.class);
    Page<LineView> page = desk.lines(importId, list, ListParameters.cursor(cursor), 100, locale);
    model.addAttribute("it", words.of(desk.one(importId, locale), locale));
    model.addAttribute("lines", page.items());
    model.addAttribute("next", ListParameters.next(page.next()));
    model.addAttribute("status", list.name());
    model.addAttribute(
        "export",
        ExportLinks.to(
            "/imports/" + importId + "/lines",
            Map.of("status", list.name()),
            words.texts(locale).language()));
    model.addAttribute("lists", Option.of(LineList.values(), "lineList", words.texts(locale)));
    return "import-lines";
  }

  @GetMapping("/{importId}/gone")
  String gone(
      @PathVariable UUID importId,
      @RequestParam(required = false) @Nullable String cursor,
      Locale locale,
      Model model) {
    Page<GoneView> page = desk.gone(importId, ListParameters.cursor(cursor), 100);
    model.addAttribute("it", words.of(desk.one(importId, locale), locale));
    model.addAttribute("gone", page.items());
    model.addAttribute("next", ListParameters.next(page.next()));
    model.addAttribute(
        "export", ExportLinks.to("/imports/" + importId + "/gone", words.texts(locale).language()));
    return "import-gone";
  }
}
