package org.aidledger.api.web.trail;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.PageAddress;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailFilter;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads one page of a trail, of one fund or of all, with the addresses of its neighbours. */
@Component
public final class TrailPages {

  private static final int LINES_ON_A_PAGE = 50;
  private static final String PLACE_ON_THE_PAGE = "trail";

  private final TrailQueries trail;
  private final TrailRows rows;
  private final FundQueries funds;
  private final MessageSource messages;

  TrailPages(TrailQueries trail, TrailRows rows, FundQueries funds, MessageSource messages) {
    this.trail = trail;
    this.rows = rows;
    this.funds = funds;
    this.messages = messages;
  }

  /** A page of a fund's trail. */
  public TrailPart ofFund(FundView fund, TrailSearch search, Locale locale) {
    return read("/funds/" + fund.fundId(), "/trail", search.filter(fund.fundId()), search, locale);
  }

  /** A page of the trail over all funds, each line with its fund. */
  public TrailPart ofAll(TrailSearch search, Locale locale) {
    return read("/audit/trail", "", search.filter(), search, locale);
  }

  /** The lines of these events over all funds; events that no trail tells of are left out. */
  public TrailPart ofPositions(Collection<Long> positions, Locale locale) {
    List<TrailLine> found = trail.at(positions);
    return new TrailPart(
        rows.of(found, locale),
        owners(found, new Texts(messages, locale)),
        null,
        null,
        ExportLinks.to("/audit/trail", Map.of(), Language.of(locale)));
  }

  private TrailPart read(
      String page, String list, TrailFilter filter, TrailSearch search, Locale locale) {
    Map<String, String> kept = new TreeMap<>(search.given());
    kept.remove("cursor");
    ExportLinks export = ExportLinks.to(page + list, kept, Language.of(locale));
    if (!search.wrong().isEmpty()) {
      // A filter that cannot be read must not look like one that lets everything pass.
      return new TrailPart(List.of(), Map.of(), null, null, export);
    }
    Page<TrailLine> found = trail.page(filter, search.order(), search.after(), LINES_ON_A_PAGE);
    Cursor next = found.next();
    Map<String, String> following = new TreeMap<>(kept);
    following.put("cursor", String.valueOf(next));
    return new TrailPart(
        rows.of(found.items(), locale),
        list.isEmpty() ? owners(found.items(), new Texts(messages, locale)) : Map.of(),
        next == null ? null : PageAddress.of(page, following, PLACE_ON_THE_PAGE),
        search.after() == null ? null : PageAddress.of(page, kept, PLACE_ON_THE_PAGE),
        export);
  }

  private Map<String, TrailPart.Owner> owners(List<TrailLine> lines, Texts texts) {
    Map<String, TrailPart.Owner> known = new HashMap<>();
    Map<String, TrailPart.Owner> owners = new HashMap<>();
    for (TrailLine line : lines) {
      owners.put(
          line.place().toString(),
          known.computeIfAbsent(line.fundId(), id -> owner(id, line.currency(), texts)));
    }
    return owners;
  }

  private TrailPart.Owner owner(String fundId, String currency, Texts texts) {
    return funds
        .one(fundId)
        .map(fund -> new TrailPart.Owner(fundId, fund.code(), fund.name(), texts.unit(currency)))
        .orElseGet(() -> new TrailPart.Owner(fundId, fundId, fundId, texts.unit(currency)));
  }
}
