package org.aidledger.api.web.fund;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.trail.TrailRows;
import org.aidledger.api.web.trail.TrailSearch;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads one page of a fund's trail, with the addresses of its neighbours. */
@Component
final class FundTrail {

  private static final int LINES_ON_A_PAGE = 50;

  private final TrailQueries trail;
  private final TrailRows rows;

  FundTrail(TrailQueries trail, TrailRows rows) {
    this.trail = trail;
    this.rows = rows;
  }

  TrailPart read(FundView fund, TrailSearch search, Locale locale) {
    String page = "/funds/" + fund.fundId();
    String csv = "/api/v1" + page + "/trail.csv";
    Map<String, String> kept = new TreeMap<>(search.given());
    kept.remove("cursor");
    Map<String, String> download = new TreeMap<>(kept);
    download.put("lang", Language.of(locale).code());
    if (!search.wrong().isEmpty()) {
      // A filter that cannot be read must not look like one that lets everything pass.
      return new TrailPart(List.of(), null, null, address(csv, download, ""));
    }
    Page<TrailLine> found =
        trail.page(search.filter(fund.fundId()), search.order(), search.after(), LINES_ON_A_PAGE);
    Cursor next = found.next();
    Map<String, String> following = new TreeMap<>(kept);
    following.put("cursor", String.valueOf(next));
    return new TrailPart(
        rows.of(found.items(), locale),
        next == null ? null : address(page, following, "trail"),
        search.after() == null ? null : address(page, kept, "trail"),
        address(csv, download, ""));
  }

  private static String address(String path, Map<String, String> parameters, String fragment) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    if (!fragment.isEmpty()) {
      address.fragment(fragment);
    }
    return address.encode().buildAndExpand(parameters).toUriString();
  }
}
