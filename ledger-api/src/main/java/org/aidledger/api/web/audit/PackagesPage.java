package org.aidledger.api.web.audit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.auditpackage.PackageDesk;
import org.aidledger.api.auditpackage.PackageOrder;
import org.aidledger.api.auditpackage.PackageOrders;
import org.aidledger.api.auditpackage.PackageStatus;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Audit packages: ordered, followed while they are made, and fetched. */
@Controller
@RequiresRole(Role.AUDITOR)
@Profile("!axonserver")
class PackagesPage {

  private static final String PATH = "/audit/packages";
  private static final long KILOBYTE = 1024;

  private final PackageDesk desk;
  private final PackageOrders orders;
  private final Choices choices;
  private final ActorNames names;
  private final Forms forms;
  private final MessageSource messages;
  private final Clock clock;

  PackagesPage(
      PackageDesk desk,
      PackageOrders orders,
      Choices choices,
      ActorNames names,
      Forms forms,
      MessageSource messages,
      Clock clock) {
    this.desk = desk;
    this.orders = orders;
    this.choices = choices;
    this.names = names;
    this.forms = forms;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A package in words.
   *
   * @param what of which fund, or of all
   * @param days recorded on which days; empty if on any
   * @param unfinished whether it is worth asking again
   * @param bytes size of the file; null before there is one
   * @param mine whether the reader may fetch it
   */
  record Row(
      String id,
      String what,
      String days,
      String people,
      PackageStatus.State state,
      int progress,
      boolean unfinished,
      @Nullable String bytes,
      boolean mine,
      String by,
      String at,
      String until) {}

  @GetMapping(PATH)
  String show(Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank().with("people", "redacted"));
    return page(actor, locale, model);
  }

  @BesideTheBook
  @PostMapping(PATH)
  ModelAndView order(Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted.days("from", "to"),
        actor,
        model,
        () -> {
          orders.order(posted.shape(), actor);
          return Done.to(PATH, new Texts(messages, locale).get("packages.ordered"), -1);
        },
        () -> page(actor, locale, model));
  }

  /** The part of the page that changes, asked for by its script. */
  @GetMapping(PATH + "/{packageId}")
  String one(@PathVariable UUID packageId, Actor actor, Locale locale, Model model) {
    PackageStatus status = desk.find(packageId).orElseThrow(() -> ApiProblem.notFound("package"));
    model.addAttribute("one", rows(List.of(status), actor, locale).getFirst());
    return "audit-packages :: one";
  }

  private String page(Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    model.addAttribute("funds", choices.funds());
    model.addAttribute(
        "choices",
        Stream.of("redacted", "full")
            .map(people -> new Option(people, texts.word("people", people)))
            .toList());
    model.addAttribute("packages", rows(desk.all(), actor, locale));
    return "audit-packages";
  }

  private List<Row> rows(List<PackageStatus> found, Actor actor, Locale locale) {
    Texts texts = new Texts(messages, locale);
    Map<String, String> funds =
        choices.funds().stream().collect(Collectors.toMap(Option::value, Option::text));
    Set<String> accounts =
        found.stream().map(one -> one.order().orderedBy().toString()).collect(Collectors.toSet());
    Map<String, String> named = names.names(accounts);
    return found.stream().map(status -> row(status, actor, funds, named, texts)).toList();
  }

  private Row row(
      PackageStatus status,
      Actor actor,
      Map<String, String> funds,
      Map<String, String> named,
      Texts texts) {
    PackageOrder order = status.order();
    UUID fund = order.fundId();
    Long bytes = status.bytes();
    String by = order.orderedBy().toString();
    return new Row(
        order.packageId().toString(),
        fund == null
            ? texts.get("packages.everything")
            : funds.getOrDefault(fund.toString(), fund.toString()),
        days(order, texts),
        texts.word("people", order.people()),
        status.state(),
        status.progress(),
        status.state() == PackageStatus.State.WAITING
            || status.state() == PackageStatus.State.RUNNING,
        bytes == null ? null : MoneyText.count((bytes + KILOBYTE - 1) / KILOBYTE),
        order.isFor(actor.accountId()),
        named.getOrDefault(by, texts.get("trail.unknownAccount")),
        Times.minute(order.orderedAt(), clock.getZone()),
        Times.minute(desk.expiry(order), clock.getZone()));
  }

  private static String days(PackageOrder order, Texts texts) {
    if (order.from() == null && order.to() == null) {
      return "";
    }
    String from = order.from() == null ? texts.get("packages.begin") : order.from().toString();
    String to = order.to() == null ? texts.get("packages.end") : order.to().toString();
    return texts.get("packages.days", from, to);
  }
}
