package org.aidledger.api.web.fund;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.security.AnyRole;
import org.aidledger.api.web.CurrentViewer;
import org.aidledger.api.web.months.MonthSeries;
import org.aidledger.api.web.text.Amount;
import org.aidledger.api.web.text.FigureText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.api.web.trail.TrailAccess;
import org.aidledger.api.web.trail.TrailPages;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.api.web.trail.TrailSearchReader;
import org.aidledger.core.account.Role;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.fund.SeriesQueries;
import org.aidledger.projections.trail.PositionQueries;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One fund: what it is, what it holds, how it came to that. */
@Controller
public final class FundPage {

  private final FundQueries funds;
  private final SeriesQueries series;
  private final PositionQueries positions;
  private final FundTexts fundTexts;
  private final TrailPages trail;
  private final Past past;
  private final CurrentViewer viewer;
  private final MessageSource messages;
  private final Clock clock;

  FundPage(
      FundQueries funds,
      SeriesQueries series,
      PositionQueries positions,
      FundTexts fundTexts,
      TrailPages trail,
      Past past,
      CurrentViewer viewer,
      MessageSource messages,
      Clock clock) {
    this.funds = funds;
    this.series = series;
    this.positions = positions;
    this.fundTexts = fundTexts;
    this.trail = trail;
    this.past = past;
    this.viewer = viewer;
    this.messages = messages;
    this.clock = clock;
  }

  @AnyRole
  @GetMapping("/funds/{fundId}")
  String show(
      @PathVariable String fundId,
      @RequestParam Map<String, String> parameters,
      Locale locale,
      Model model) {
    Actor actor =
        viewer.actor().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    // Read before the fund, so that live updates leave nothing out.
    long position = positions.applied();
    FundView fund =
        funds.one(fundId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Texts texts = new Texts(messages, locale);
    boolean readsTrail = TrailAccess.isFor(actor);
    model.addAttribute("position", position);
    model.addAttribute("updatedAt", Times.second(clock.instant(), clock.getZone()));
    model.addAttribute("fund", fundTexts.head(fund, texts));
    model.addAttribute("pending", fundTexts.pending(fund, readsTrail, texts));
    model.addAttribute("actions", FundActions.of(fund, actor, texts));
    model.addAttribute("confirms", FundActions.confirms(fund, actor));
    model.addAttribute("available", Amount.of(fund.figures().available(), fund.currency()));
    model.addAttribute("figures", FigureText.of(fund.figures(), fund.currency()));
    model.addAttribute("months", months(fund, texts));
    PastRequest request =
        PastRequest.of(parameters.get("effectiveOn"), parameters.get("recordedBy"), clock);
    model.addAttribute("pastRequest", request);
    model.addAttribute("past", past.answer(fund.fundId(), request, texts).orElse(null));
    model.addAttribute("readsTrail", readsTrail);
    model.addAttribute(
        "monthsExport", ExportLinks.to("/funds/" + fund.fundId() + "/months", texts.language()));
    model.addAttribute("publishes", actor.has(Role.FINANCE));
    model.addAttribute("published", fund.published());
    if (readsTrail) {
      model.addAttribute("lists", FundLists.of(fund, texts));
      TrailSearch search = TrailSearchReader.read(parameters, fund.currency(), clock.getZone());
      model.addAttribute("search", search);
      model.addAttribute("trail", trail.ofFund(fund, search, locale));
    }
    return "fund";
  }

  private MonthSeries months(FundView fund, Texts texts) {
    YearMonth last = YearMonth.now(clock);
    return MonthSeries.of(
        fund.currency(),
        last,
        series.months(fund.fundId(), last.minusMonths(MonthSeries.MONTHS - 1L), last),
        texts);
  }
}
