package org.aidledger.api.web.payout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.ExportLinks;
import org.aidledger.api.reading.ListParameters;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.payout.PayoutFilter;
import org.aidledger.projections.payout.PayoutQueries;
import org.aidledger.projections.payout.PayoutView;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What waits for the person before the page, and all payouts below it. */
@Controller
class PayoutsPage {

  private static final int ON_A_PAGE = 50;
  private static final int MOST_FUNDS = 500;

  private final PayoutQueries payouts;
  private final Duties duties;
  private final FundQueries funds;
  private final PayoutTexts payoutTexts;
  private final MessageSource messages;

  PayoutsPage(
      PayoutQueries payouts,
      Duties duties,
      FundQueries funds,
      PayoutTexts payoutTexts,
      MessageSource messages) {
    this.payouts = payouts;
    this.duties = duties;
    this.funds = funds;
    this.payoutTexts = payoutTexts;
    this.messages = messages;
  }

  @GetMapping("/payouts")
  @RequiresRole({Role.FINANCE, Role.APPROVER, Role.CASHIER, Role.AUDITOR})
  String show(
      @RequestParam(required = false) @Nullable String fundId,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      Actor actor,
      Locale locale,
      Model model) {
    Texts texts = new Texts(messages, locale);
    Map<String, String> given = new TreeMap<>();
    put(given, "fundId", fundId);
    put(given, "state", isState(state) ? state : null);
    String wantedState = given.get("state");
    PayoutFilter filter =
        new PayoutFilter(
            given.get("fundId"), null, wantedState == null ? List.of() : List.of(wantedState));
    Page<PayoutView> page =
        payouts.list(filter, Order.NEWEST_FIRST, ListParameters.cursor(cursor), ON_A_PAGE);
    model.addAttribute("duties", duties.of(actor, texts));
    model.addAttribute("rows", payoutTexts.rows(page.items(), texts));
    model.addAttribute("given", given);
    model.addAttribute("fundOptions", fundOptions());
    model.addAttribute("stateOptions", Option.of(PayoutState.values(), "payoutState", texts));
    model.addAttribute("export", ExportLinks.to("/payouts", given, texts.language()));
    model.addAttribute("next", page.next() == null ? null : address(given, page.next().toString()));
    model.addAttribute("first", cursor == null ? null : address(given, null));
    model.addAttribute("asks", actor.has(Role.FINANCE));
    return "payouts";
  }

  private List<Option> fundOptions() {
    List<Option> options = new ArrayList<>();
    funds
        .list(null, MOST_FUNDS)
        .items()
        .forEach(fund -> options.add(new Option(fund.fundId(), fund.name())));
    return options;
  }

  private static boolean isState(@Nullable String text) {
    for (PayoutState state : PayoutState.values()) {
      if (state.name().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      given.put(name, value.strip());
    }
  }

  private static String address(Map<String, String> given, @Nullable String cursor) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/payouts");
    given.forEach(address::queryParam);
    if (cursor != null) {
      address.queryParam("cursor", cursor);
    }
    return address.fragment("all").encode().build().toUriString();
  }
}
