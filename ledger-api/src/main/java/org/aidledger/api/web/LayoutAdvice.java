package org.aidledger.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.web.text.Language;
import org.aidledger.api.web.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page what stands around it. */
@ControllerAdvice("org.aidledger.api.web")
final class LayoutAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(LayoutAdvice.class);

  private final CurrentViewer viewer;
  private final ActorNames names;
  private final MessageSource messages;
  private final Clock clock;
  private final ObjectProvider<WaitingWork> works;

  LayoutAdvice(
      CurrentViewer viewer,
      ActorNames names,
      MessageSource messages,
      Clock clock,
      ObjectProvider<WaitingWork> works) {
    this.viewer = viewer;
    this.names = names;
    this.messages = messages;
    this.clock = clock;
    this.works = works;
  }

  @ModelAttribute("layout")
  Layout layout(HttpServletRequest request, Locale locale) {
    Texts texts = new Texts(messages, locale);
    Language language = texts.language();
    String path = path(request);
    Optional<Actor> actor = actor();
    return new Layout(
        language,
        inOther(path, request, language.other()),
        actor.map(this::name).orElse(null),
        actor.map(who -> roles(who, texts)).orElse(""),
        actor.map(who -> places(who, path)).orElse(List.of()),
        clock.getZone().getId());
  }

  /** An error page is shown even if the database, where roles and names lie, does not answer. */
  private Optional<Actor> actor() {
    try {
      return viewer.actor();
    } catch (DataAccessException gone) {
      LOG.warn("The account of a request cannot be read: {}", gone.getClass().getName());
      return Optional.empty();
    }
  }

  private List<Layout.Place> places(Actor actor, String path) {
    try {
      return Navigation.of(actor, path, works.stream().toList());
    } catch (DataAccessException gone) {
      LOG.warn("What waits for an account cannot be counted: {}", gone.getClass().getName());
      return Navigation.of(actor, path, List.of());
    }
  }

  private String name(Actor actor) {
    String id = actor.accountId().toString();
    try {
      return names.names(Set.of(id)).getOrDefault(id, "");
    } catch (DataAccessException gone) {
      LOG.warn("The name of an account cannot be read: {}", gone.getClass().getName());
      return "";
    }
  }

  private static String roles(Actor actor, Texts texts) {
    return actor.roles().stream()
        .sorted()
        .map(role -> texts.word("role", role.name()))
        .collect(Collectors.joining(texts.get("list.separator")));
  }

  /** The path asked for, also while its error page is being made. */
  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String uri ? uri : request.getRequestURI();
  }

  private static String inOther(String path, HttpServletRequest request, Language other) {
    // A path that begins with two slashes would be another host.
    String safe = path.startsWith("//") || !"GET".equals(request.getMethod()) ? "/" : path;
    return UriComponentsBuilder.fromUriString(safe)
        .query(request.getQueryString())
        .replaceQueryParam(LanguageResolver.PARAMETER, other.code())
        .build()
        .toUriString();
  }
}
