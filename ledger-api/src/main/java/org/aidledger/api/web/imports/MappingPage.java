package org.aidledger.api.web.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.imports.ImportDesk;
import org.aidledger.api.imports.ImportSteps;
import org.aidledger.api.json.Values;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.roster.Mapping;
import org.aidledger.api.roster.MappingChoice;
import org.aidledger.api.roster.MappingForm;
import org.aidledger.api.roster.Proposal;
import org.aidledger.api.roster.RosterField;
import org.aidledger.api.roster.RosterKind;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.sheet.SheetRow;
import org.aidledger.api.sheet.SheetTexts;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Which column holds what, with the first lines of the file, to be looked at and changed. */
@Controller
@RequestMapping("/imports/{importId}/mapping")
@RequiresRole(Role.FINANCE)
class MappingPage {

  private final ImportDesk desk;
  private final ImportSteps steps;
  private final ImportTexts words;
  private final Forms forms;
  private final ProblemTexts problemTexts;

  MappingPage(
      ImportDesk desk,
      ImportSteps steps,
      ImportTexts words,
      Forms forms,
      ProblemTexts problemTexts) {
    this.desk = desk;
    this.steps = steps;
    this.words = words;
    this.forms = forms;
    this.problemTexts = problemTexts;
  }

  @GetMapping
  String show(@PathVariable UUID importId, Locale locale, Model model) {
    Proposal proposal = desk.preview(importId);
    Mapping mapping = proposal.mapping();
    Form form =
        forms
            .blank()
            .with("kind", mapping.kind().name())
            .with("headerLine", Integer.toString(headerLine(proposal)))
            .with("defaults.day", text(mapping.defaults().day()))
            .with("defaults.channel", text(mapping.defaults().channel()))
            .with("defaults.unit", mapping.defaults().unit())
            .with("defaults.purpose", mapping.defaults().purpose());
    model.addAttribute("form", form);
    return page(importId, proposal, locale, model);
  }

  @PostMapping
  ModelAndView change(
      @PathVariable UUID importId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          steps.changeMapping(importId, choice(posted), actor);
          return Done.to("/imports/" + importId, words.texts(locale).get("mapping.done"), -1);
        },
        () -> page(importId, desk.preview(importId), locale, model));
  }

  /** An empty column says that the file has none for the field; an absent one says nothing. */
  private static MappingChoice choice(Posted posted) {
    MappingChoice read = posted.drop("headerLine").days("defaults.day").read(MappingForm::read);
    Map<RosterField, String> columns = new EnumMap<>(RosterField.class);
    for (RosterField field : RosterField.values()) {
      String name = "columns." + field.key();
      if (posted.has(name)) {
        columns.put(field, posted.value(name));
      }
    }
    String line = posted.value("headerLine");
    Integer header =
        line.isEmpty() ? null : Integer.valueOf(Values.integer("headerLine", line, 0, 1_000));
    return new MappingChoice(read.kind(), header, columns, read.defaults());
  }

  private String page(UUID importId, Proposal proposal, Locale locale, Model model) {
    Texts texts = words.texts(locale);
    Mapping mapping = proposal.mapping();
    model.addAttribute("it", words.of(desk.one(importId, locale), locale));
    model.addAttribute("kinds", Option.of(RosterKind.values(), "rosterKind", texts));
    model.addAttribute("channels", Option.of(Channel.values(), "channel", texts));
    model.addAttribute(
        "rows",
        mapping.kind().fields().stream().map(field -> row(field, proposal, texts)).toList());
    model.addAttribute("letters", letters(proposal));
    model.addAttribute("titles", titled(proposal));
    model.addAttribute("lines", proposal.firstLines());
    model.addAttribute("above", proposal.titleLines());
    model.addAttribute("dated", mapping.kind() != RosterKind.PAYOUTS);
    model.addAttribute("channelled", mapping.kind() == RosterKind.DONATIONS);
    model.addAttribute("purposed", mapping.kind() == RosterKind.PAYOUTS);
    model.addAttribute(
        "wrong",
        proposal.problems().stream().map(one -> problemTexts.detail(one, locale)).toList());
    return "import-mapping";
  }

  /** Where no header was found, the first line may well be one. */
  private static int headerLine(Proposal proposal) {
    boolean lost =
        proposal.problems().stream()
            .anyMatch(problem -> problem.code().equals(ApiCode.HEADER_NOT_FOUND.name()));
    return lost && !proposal.firstLines().isEmpty()
        ? proposal.firstLines().getFirst().line()
        : proposal.mapping().headerLine();
  }

  private static ColumnRow row(RosterField field, Proposal proposal, Texts texts) {
    Integer column = proposal.mapping().columns().get(field);
    return new ColumnRow(
        "columns." + field.key(),
        texts.word("rosterField", field.name()),
        column == null ? "" : SheetTexts.columnName(column),
        proposal.missing().contains(field),
        proposal.ambiguous().containsKey(field));
  }

  private static List<String> letters(Proposal proposal) {
    int width =
        Math.max(
            proposal.mapping().titles().size(),
            proposal.firstLines().stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    return IntStream.range(0, width).mapToObj(SheetTexts::columnName).toList();
  }

  /** Each column with its letter and title. */
  private static List<Option> titled(Proposal proposal) {
    SheetRow titles = new SheetRow(0, proposal.mapping().titles());
    List<String> letters = letters(proposal);
    return IntStream.range(0, letters.size())
        .mapToObj(i -> new Option(letters.get(i), letters.get(i) + "  " + titles.cell(i)))
        .toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
