package org.aidledger.api.web.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.subject.SubjectDesk;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Fact;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SealedText;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.projections.audit.KeyDestructionView;
import org.aidledger.projections.audit.SubjectHoldings;
import org.aidledger.store.subject.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** People's keys: finding a person, asking for the destruction, agreeing to it. */
@Controller
final class KeysPage {

  /** Somebody who was found, without a word about the person. */
  record Hit(String subjectId, String since, String matchedBy) {}

  /** A request that waits. */
  record Waiting(String subjectId, String requestedBy, String requestedAt) {}

  private final SubjectDesk desk;
  private final ActorNames names;
  private final PersonalTexts personal;
  private final Forms forms;
  private final MessageSource messages;
  private final Clock clock;

  KeysPage(
      SubjectDesk desk,
      ActorNames names,
      PersonalTexts personal,
      Forms forms,
      MessageSource messages,
      Clock clock) {
    this.desk = desk;
    this.names = names;
    this.personal = personal;
    this.forms = forms;
    this.messages = messages;
    this.clock = clock;
  }

  @RequiresRole({Role.ADMIN, Role.APPROVER})
  @GetMapping("/keys")
  String show(Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(actor, locale, model);
  }

  /** The answer is a page of its own, since numbers of people must not stand in addresses. */
  @RequiresRole(Role.ADMIN)
  @PostMapping("/keys")
  ModelAndView search(Posted posted, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    return forms.show(
        posted,
        model,
        () -> {
          model.addAttribute(
              "hits",
              posted.read(b -> desk.search(b.object("person"))).stream()
                  .map(hit -> hit(hit, texts))
                  .toList());
          return page(actor, locale, model);
        },
        () -> page(actor, locale, model));
  }

  @RequiresRole({Role.ADMIN, Role.APPROVER})
  @GetMapping("/keys/{subjectId}")
  String one(@PathVariable SubjectId subjectId, Actor actor, Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return onePage(subjectId, actor, locale, model);
  }

  @RequiresRole(Role.ADMIN)
  @PostMapping("/keys/{subjectId}/request")
  ModelAndView request(
      @PathVariable SubjectId subjectId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          Shape body = posted.require("reason").shape();
          long position = desk.request(subjectId, body, actor.accountId()).position();
          return Done.to("/keys/" + subjectId, text("keys.requested", locale), position).waiting();
        },
        () -> onePage(subjectId, actor, locale, model));
  }

  @RequiresRole({Role.ADMIN, Role.APPROVER})
  @PostMapping("/keys/{subjectId}/confirmation")
  ModelAndView confirm(
      @PathVariable SubjectId subjectId, Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          long position = desk.confirm(subjectId, actor.accountId()).position();
          return Done.to("/keys/" + subjectId, text("keys.destroyed", locale), position);
        },
        () -> onePage(subjectId, actor, locale, model));
  }

  private String page(Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    List<KeyDestructionView> waiting = desk.waiting();
    Map<String, String> known =
        names.names(
            waiting.stream().map(KeyDestructionView::requestedBy).collect(Collectors.toSet()));
    model.addAttribute("searches", actor.has(Role.ADMIN));
    model.addAttribute(
        "waiting",
        waiting.stream()
            .map(
                one ->
                    new Waiting(
                        one.subjectId(),
                        known.getOrDefault(one.requestedBy(), texts.get("trail.unknownAccount")),
                        time(one.requestedAt())))
            .toList());
    return "keys";
  }

  private String onePage(SubjectId subjectId, Actor actor, Locale locale, Model model) {
    Texts texts = new Texts(messages, locale);
    KeyDestructionView destruction = desk.destruction(subjectId).orElse(null);
    if (destruction == null && !desk.known(subjectId)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    String state = destruction == null ? "NONE" : destruction.state();
    boolean own =
        destruction != null && destruction.requestedBy().equals(actor.accountId().toString());
    model.addAttribute("subjectId", subjectId.toString());
    model.addAttribute("state", state);
    model.addAttribute("asks", state.equals("NONE") && actor.has(Role.ADMIN));
    model.addAttribute("agrees", state.equals("REQUESTED") && !own);
    model.addAttribute("own", own);
    model.addAttribute("held", held(desk.holdings(subjectId), texts));
    model.addAttribute("facts", facts(destruction, texts));
    return "key";
  }

  private static List<Fact> held(SubjectHoldings held, Texts texts) {
    return List.of(
        new Fact(texts.get("keys.donations"), MoneyText.count(held.donations())),
        new Fact(texts.get("keys.payouts"), MoneyText.count(held.payouts())),
        new Fact(texts.get("keys.texts"), MoneyText.count(held.texts())),
        new Fact(texts.get("keys.readings"), MoneyText.count(held.readings())));
  }

  private List<Fact> facts(@Nullable KeyDestructionView destruction, Texts texts) {
    if (destruction == null) {
      return List.of();
    }
    SealedText reason = destruction.reason();
    String why = reason == null ? null : personal.texts(List.of(reason)).get(reason);
    List<Fact> asked =
        List.of(
            new Fact(texts.get("keys.requestedBy"), name(destruction.requestedBy(), texts)),
            new Fact(texts.get("keys.requestedAt"), time(destruction.requestedAt())),
            new Fact(
                texts.get("keys.reason"), why == null ? texts.get("trail.destroyedText") : why));
    String confirmedBy = destruction.confirmedBy();
    return confirmedBy == null
        ? asked
        : List.of(
            asked.get(0),
            asked.get(1),
            asked.get(2),
            new Fact(texts.get("keys.confirmedBy"), name(confirmedBy, texts)),
            new Fact(texts.get("keys.destroyedAt"), time(destruction.destroyedAt())));
  }

  private Hit hit(Found found, Texts texts) {
    return new Hit(
        found.subjectId().toString(),
        time(found.createdAt()),
        found.matchedBy().stream()
            .sorted()
            .map(kind -> texts.word("index", kind.name()))
            .collect(Collectors.joining(texts.get("list.separator"))));
  }

  private String name(String accountId, Texts texts) {
    return names.nameOrUnknown(accountId, texts);
  }

  private String time(@Nullable Instant time) {
    return time == null ? "–" : Times.minute(time, clock.getZone());
  }

  private String text(String key, Locale locale) {
    return new Texts(messages, locale).getOr(key, key);
  }
}
