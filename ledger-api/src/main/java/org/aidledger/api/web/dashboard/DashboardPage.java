package org.aidledger.api.web.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.security.AnyRole;
import org.aidledger.api.web.CurrentViewer;
import org.aidledger.api.web.months.MonthSeries;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.fund.CurrencyTotal;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.MonthFigures;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.PositionQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The first page after signing in: what there is, in all funds and in each. */
@Controller
public final class DashboardPage {

  private static final int FUNDS_ON_A_PAGE = 100;

  private final FundQueries funds;
  private final BalanceQueries balances;
  private final SeriesQueries series;
  private final PositionQueries positions;
  private final CurrentViewer viewer;
  private final MessageSource messages;
  private final Clock clock;

  DashboardPage(
      FundQueries funds,
      BalanceQueries balances,
      SeriesQueries series,
      PositionQueries positions,
      CurrentViewer viewer,
      MessageSource messages,
      Clock clock) {
    this.funds = funds;
    this.balances = balances;
    this.series = series;
    this.positions = positions;
    this.viewer = viewer;
    this.messages = messages;
    this.clock = clock;
  }

  @AnyRole
  @GetMapping("/")
  String show(@RequestParam(required = false) @Nullable String cursor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    // Read before everything else, so that live updates leave nothing out.
    long position = positions.applied();
    Page<FundView> page = funds.list(parsed(cursor), FUNDS_ON_A_PAGE);
    List<CurrencyTotal> totals = balances.totals(null, null);
    model.addAttribute("position", position);
    model.addAttribute("updatedAt", Times.second(clock.instant(), clock.getZone()));
    model.addAttribute("totals", totals.stream().map(total -> card(total, texts)).toList());
    model.addAttribute("funds", rows(page.items(), texts));
    // A currency is named once in the head of a table, unless its rows differ in it.
    model.addAttribute(
        "unit", totals.size() == 1 ? texts.unit(totals.getFirst().currency()) : null);
    model.addAttribute("export", ExportLinks.to("/funds", texts.language()));
    model.addAttribute("monthsExport", ExportLinks.to("/months", texts.language()));
    model.addAttribute("next", page.next());
    model.addAttribute("continued", cursor != null);
    model.addAttribute("months", months(totals, texts));
    model.addAttribute("opensFunds", viewer.actor().filter(DashboardPage::opensFunds).isPresent());
    return "dashboard";
  }

  private static boolean opensFunds(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.ADMIN);
  }

  private static @Nullable Cursor parsed(@Nullable String cursor) {
    try {
      return cursor == null ? null : Cursor.parse(cursor);
    } catch (IllegalArgumentException unreadable) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cursor", unreadable);
    }
  }

  private static TotalCard card(CurrencyTotal total, Texts texts) {
    return new TotalCard(
        total.currency(),
        texts.unit(total.currency()),
        MoneyText.count(total.funds()),
        Amount.of(total.figures().available(), total.currency()),
        FigureText.of(total.figures(), total.currency()));
  }

  private List<FundRow> rows(List<FundView> found, Texts texts) {
    Map<Long, Instant> moved =
        positions.recordedAt(found.stream().map(FundView::lastPosition).toList());
    return found.stream().map(fund -> row(fund, moved.get(fund.lastPosition()), texts)).toList();
  }

  private FundRow row(FundView fund, @Nullable Instant moved, Texts texts) {
    return new FundRow(
        fund.fundId(),
        fund.code(),
        fund.name(),
        fund.currency(),
        texts.unit(fund.currency()),
        fund.state(),
        fund.pendingChange() != null,
        Amount.of(fund.figures().available(), fund.currency()),
        Amount.of(fund.figures().reserved(), fund.currency()),
        moved == null ? null : Times.minute(moved, clock.getZone()));
  }

  private List<MonthSeries> months(List<CurrencyTotal> totals, Texts texts) {
    YearMonth last = YearMonth.now(clock);
    List<MonthFigures> figures = series.months(last.minusMonths(MonthSeries.MONTHS - 1L), last);
    return totals.stream()
        .map(total -> MonthSeries.of(total.currency(), last, figures, texts))
        .toList();
  }
}
