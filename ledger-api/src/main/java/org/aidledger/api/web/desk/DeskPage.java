package org.aidledger.api.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.json.Values;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.donation.DonationRows;
import org.aidledger.api.web.form.Form;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.aidledger.projections.donation.DonationQueries;
import org.aidledger.projections.fund.FundQueries;
import org.aidledger.projections.fund.FundView;
import org.aidledger.projections.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where finance staff type in donations: type, Enter, next. */
@Controller
@RequestMapping("/desk")
@RequiresRole(Role.FINANCE)
class DeskPage {

  private static final String COOKIE = "desk-fund";
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final int LAST_ENTRIES = 10;

  private final DeskEntry entry;
  private final DonationQueries donations;
  private final DonationRows rows;
  private final FundQueries funds;
  private final Forms forms;
  private final BusinessCalendar calendar;
  private final MessageSource messages;

  DeskPage(
      DeskEntry entry,
      DonationQueries donations,
      DonationRows rows,
      FundQueries funds,
      Forms forms,
      BusinessCalendar calendar,
      MessageSource messages) {
    this.entry = entry;
    this.donations = donations;
    this.rows = rows;
    this.funds = funds;
    this.forms = forms;
    this.calendar = calendar;
    this.messages = messages;
  }

  @GetMapping
  String show(
      @CookieValue(name = COOKIE, required = false) @Nullable String chosen,
      HttpSession session,
      Actor actor,
      Locale locale,
      Model model) {
    DeskMemory memory = DeskMemory.of(session, calendar.today());
    Form form =
        forms
            .blank()
            .with("channel", memory.channel().name())
            .with("receivedOn", memory.receivedOn().toString());
    model.addAttribute("form", form);
    return page(chosen, actor, locale, model);
  }

  /** Chooses the fund, which this browser remembers. */
  @PostMapping("/fund")
  String choose(Posted posted, HttpServletRequest request, HttpServletResponse response) {
    String fundId = Values.id("_fund", posted.value("_fund")).toString();
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, fundId)
            .path("/desk")
            .maxAge(REMEMBERED)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
    return "redirect:/desk";
  }

  @PostMapping
  ModelAndView record(Posted posted, HttpSession session, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.post(
        posted,
        actor,
        model,
        () -> entry.record(posted, session, actor, texts, model),
        () -> {
          model.addAttribute("known", entry.known(posted, texts));
          return page(posted.value("_fund"), actor, locale, model);
        });
  }

  /** Whom the book knows of those being typed in; names and numbers come in the body alone. */
  @PostMapping("/donors")
  String donors(Posted posted, Locale locale, Model model) {
    model.addAttribute("form", forms.asTyped(posted));
    model.addAttribute("known", entry.known(posted, new Texts(messages, locale)));
    return "desk-donors :: known";
  }

  private String page(@Nullable String chosen, Actor actor, Locale locale, Model model) {
    List<FundView> open =
        funds.list(null, Page.MAX).items().stream()
            .filter(fund -> fund.state().equals("OPEN"))
            .toList();
    FundView fund =
        open.stream()
            .filter(one -> one.fundId().equals(chosen))
            .findFirst()
            .orElse(open.size() == 1 ? open.getFirst() : null);
    Texts texts = new Texts(messages, locale);
    model.addAttribute("funds", open);
    model.addAttribute("fund", fund);
    model.addAttribute("channels", Option.of(Channel.values(), "channel", texts));
    if (fund != null) {
      model.addAttribute("unit", texts.unit(fund.currency()));
      model.addAttribute(
          "last",
          rows.of(
              donations.latestBy(actor.accountId().toString(), fund.fundId(), LAST_ENTRIES),
              texts));
    }
    return "desk";
  }
}
