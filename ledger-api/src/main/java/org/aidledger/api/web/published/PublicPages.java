package org.aidledger.api.web.published;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.publication.PublicFund;
import org.aidledger.api.publication.PublicFunds;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.OpenToAll;
import org.aidledger.api.web.text.PageAddress;
import org.aidledger.api.web.text.Texts;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Cursor;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Funds that everybody may look at, without signing in. */
@Controller
@OpenToAll
final class PublicPages {

  private static final int ON_A_PAGE = 100;

  /** A page may bear the name of who has signed in, so only their own browser keeps it. */
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofSeconds(5)).cachePrivate();

  private final PublicFunds funds;
  private final MessageSource messages;

  PublicPages(PublicFunds funds, MessageSource messages) {
    this.funds = funds;
    this.messages = messages;
  }

  @GetMapping("/public")
  String list(
      @RequestParam(required = false) @Nullable String cursor,
      Model model,
      HttpServletResponse response) {
    Page<FundView> page = funds.list(ListParameters.cursor(cursor), ON_A_PAGE);
    Cursor next = page.next();
    model.addAttribute("funds", page.items());
    model.addAttribute(
        "next",
        next == null ? null : PageAddress.of("/public", Map.of("cursor", next.toString()), ""));
    response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY.getHeaderValue());
    return "public-list";
  }

  /** A fund that is not public is not told apart from one that does not exist. */
  @GetMapping("/public/{fundId}")
  String one(
      @PathVariable String fundId, Locale locale, Model model, HttpServletResponse response) {
    PublicFund fund =
        funds.one(fundId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("fund", PublicView.of(fund, new Texts(messages, locale)));
    response.setHeader(HttpHeaders.CACHE_CONTROL, BRIEFLY.getHeaderValue());
    return "public-fund";
  }

  /** Search engines may list what is public and nothing else. */
  @GetMapping("/robots.txt")
  ResponseEntity<String> robots() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .body("User-agent: *\nAllow: /public\nAllow: /assets/\nDisallow: /\n");
  }
}
