package org.aidledger.api.web.imports;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.api.imports.Duplicates;
import org.aidledger.api.imports.ImportPhase;
import org.aidledger.api.imports.ImportState;
import org.aidledger.api.imports.ImportView;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.ChineseCapitals;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts imports into words. */
@Component
class ImportTexts {

  private final FundQueries funds;
  private final ActorNames names;
  private final MessageSource messages;
  private final Clock clock;

  ImportTexts(FundQueries funds, ActorNames names, MessageSource messages, Clock clock) {
    this.funds = funds;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
  }

  Texts texts(Locale locale) {
    return new Texts(messages, locale);
  }

  ShownImport of(ImportView view, Locale locale) {
    return of(List.of(view), locale).getFirst();
  }

  List<ShownImport> of(Collection<ImportView> views, Locale locale) {
    Set<String> accounts = new HashSet<>();
    views.forEach(view -> accounts.add(view.startedBy()));
    Map<String, String> known = names.names(accounts);
    return views.stream().map(view -> of(view, known, texts(locale))).toList();
  }

  private ShownImport of(ImportView view, Map<String, String> known, Texts texts) {
    String standing = view.standing();
    long total = minor(view.total());
    long fresh =
        Math.max(
            0,
            view.lines()
                - view.refused()
                - view.alreadyRecorded()
                - view.changed()
                - view.skipped());
    return new ShownImport(
        view,
        standing,
        tone(view, standing),
        said(view, standing, fresh, texts),
        view.kind() == null ? "" : texts.word("rosterKind", view.kind()),
        funds.one(view.fundId()).map(FundView::name).orElse(""),
        texts.unit(view.currency()),
        Amount.of(total, view.currency()),
        Amount.of(minor(view.goneTotal()), view.currency()),
        view.currency().equals("CNY") && total > 0 ? ChineseCapitals.of(total) : "",
        fresh,
        known.getOrDefault(view.startedBy(), ""),
        Times.minute(view.startedAt(), clock.getZone()),
        view.perUnit().stream().map(unit -> unit(unit, view.currency(), texts)).toList(),
        standing.equals("FAILED") && view.mapping() != null && !view.fileGone());
  }

  private static ShownImport.UnitRow unit(ImportView.UnitView unit, String currency, Texts texts) {
    return new ShownImport.UnitRow(
        Objects.requireNonNullElse(unit.unit(), texts.get("imports.noUnit")),
        MoneyText.count(unit.lines()),
        Amount.of(minor(unit.total()), currency));
  }

  private static String tone(ImportView view, String standing) {
    return switch (standing) {
      case "FAILED" -> "bad";
      case "POSTED" -> view.refused() + view.changed() > 0 ? "waiting" : "done";
      case "CHECKED", "CANCELLED" -> "waiting";
      default -> "";
    };
  }

  /** What happened, then what to do. */
  private static String said(ImportView view, String standing, long fresh, Texts texts) {
    String money = texts.money(minor(view.total()), view.currency());
    String main =
        switch (standing) {
          case "CHECKING" -> texts.get("imports.said.CHECKING");
          case "WAITING" -> texts.get("imports.said.WAITING");
          case "POSTING" -> texts.get("imports.said.POSTING");
          case "CHECKED" -> texts.get("imports.said.CHECKED", MoneyText.count(fresh), money);
          case "POSTED" -> posted(view, money, texts);
          case "CANCELLED" -> texts.get("imports.said.CANCELLED", MoneyText.count(view.recorded()));
          default -> view.failure() == null ? "" : view.failure().message();
        };
    return main + more(view, standing, texts);
  }

  private static String posted(ImportView view, String money, Texts texts) {
    if (view.recorded() == 0 && view.alreadyRecorded() == 0) {
      return texts.get("imports.said.none");
    }
    if (view.changed() > 0 && view.alreadyRecorded() == 0) {
      // The total holds what the corrections would make of the book, which nobody has recorded.
      return texts.get("imports.said.some", MoneyText.count(view.recorded()), money);
    }
    if (view.duplicates() == Duplicates.SUM && view.duplicateLines() > 0 && view.recorded() > 0) {
      // Several lines became one entry, so their number is not the number of entries.
      return texts.get("imports.said.summed", MoneyText.count(view.recorded()), money);
    }
    if (view.recorded() == 0) {
      return texts.get("imports.said.again", MoneyText.count(view.alreadyRecorded()), money);
    }
    return view.alreadyRecorded() == 0
        ? texts.get("imports.said.POSTED", MoneyText.count(view.recorded()), money)
        : texts.get(
            "imports.said.partly",
            MoneyText.count(view.recorded()),
            MoneyText.count(view.alreadyRecorded()),
            money);
  }

  private static String more(ImportView view, String standing, Texts texts) {
    boolean posted = standing.equals("POSTED");
    if (!posted && !standing.equals("CHECKED")) {
      return "";
    }
    StringBuilder more = new StringBuilder();
    if (view.refused() > 0) {
      String key = posted ? "imports.said.refused" : "imports.said.bad";
      more.append(texts.get(key, MoneyText.count(view.refused())));
    }
    if (view.changed() > 0) {
      more.append(texts.get("imports.said.changed", MoneyText.count(view.changed())));
    }
    if (!posted) {
      more.append(texts.get("imports.said.next"));
    }
    return more.toString();
  }

  static long minor(String decimal) {
    return new BigDecimal(decimal).unscaledValue().longValueExact();
  }

  /** Whether it can be posted now. */
  static boolean postable(ImportView view) {
    return (view.state() == ImportState.COMPLETED || view.state() == ImportState.FAILED)
        && view.phase() == ImportPhase.CHECKED
        && !view.fileGone();
  }

  /** Whether its posting failed half-way and can go on. */
  static boolean stuck(ImportView view) {
    return view.state() == ImportState.FAILED
        && (view.phase() == ImportPhase.WAITING || view.phase() == ImportPhase.POSTING)
        && !view.fileGone();
  }
}
