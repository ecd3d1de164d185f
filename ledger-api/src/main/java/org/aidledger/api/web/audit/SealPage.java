package org.aidledger.api.web.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.problem.Problems;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.api.web.form.Done;
import org.aidledger.api.web.form.Forms;
import org.aidledger.api.web.form.Posted;
import org.aidledger.api.web.text.MoneyText;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.store.seal.SealException;
import org.aidledger.store.seal.SealStatus;
import org.aidledger.store.seal.SealedBook;
import org.aidledger.store.seal.Witnesses;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** How far the book is sealed, what witnesses have seen of it, and where they hand in heads. */
@Controller
@RequiresRole(Role.AUDITOR)
@Profile("!axonserver")
class SealPage {

  /** Longer than a busy book ever waits for its next seal. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private final SealedBook book;
  private final String publicKey;
  private final Witnesses witnesses;
  private final Forms forms;
  private final ProblemTexts problems;
  private final MessageSource messages;
  private final Clock clock;

  SealPage(
      SealedBook book,
      NoteSigner sealKey,
      Witnesses witnesses,
      Forms forms,
      ProblemTexts problems,
      MessageSource messages,
      Clock clock) {
    this.book = book;
    this.publicKey = sealKey.publicKey().toString();
    this.witnesses = witnesses;
    this.forms = forms;
    this.problems = problems;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A head in words.
   *
   * @param size how many events are under it
   * @param at when it was signed here, or came back countersigned
   */
  record Head(String origin, String size, String root, String at, String text) {}

  @GetMapping("/audit/seal")
  String show(Locale locale, Model model) {
    model.addAttribute("form", forms.blank());
    return page(locale, model);
  }

  /** Takes a countersigned head as {@code POST /api/v1/audit/witness} does. */
  @PostMapping("/audit/seal")
  ModelAndView countersign(Posted posted, Actor actor, Locale locale, Model model) {
    return forms.post(
        posted,
        actor,
        model,
        () -> {
          Checkpoint seen = witnesses.accept(note(posted.require("checkpoint")));
          String size = MoneyText.count(seen.size());
          return Done.to("/audit/seal", new Texts(messages, locale).get("seal.taken", size), -1);
        },
        () -> page(locale, model));
  }

  /**
   * A browser sends lines with two characters between them, and hands drop the last end of line.
   */
  private static String note(Posted posted) {
    return posted.value("checkpoint").replace("\r\n", "\n") + "\n";
  }

  private String page(Locale locale, Model model) {
    try {
      describe(book.status(), locale, model);
    } catch (SealException broken) {
      model.addAttribute("broken", problems.detail(Problems.of(broken), locale));
    }
    return "audit-seal";
  }

  private void describe(SealStatus status, Locale locale, Model model) {
    Instant late = clock.instant().minus(LATE);
    Instant since = status.unsealedSince();
    model.addAttribute("publicKey", publicKey);
    model.addAttribute("head", head(status.head(), status.signedAt()));
    model.addAttribute("seen", head(status.countersigned(), status.receivedAt()));
    model.addAttribute("waiting", MoneyText.count(status.events() - status.sealed()));
    model.addAttribute("since", since == null ? null : Times.second(since, clock.getZone()));
    model.addAttribute("late", since != null && since.isBefore(late));
    SignedNote seen = status.countersigned();
    long unseen = status.sealed() - (seen == null ? 0 : Checkpoint.of(seen).size());
    model.addAttribute("unseen", MoneyText.count(Math.max(0, unseen)));
    if (seen != null && unseen > 0) {
      // What the auditor's own program asks for before it countersigns the newer head.
      model.addAttribute(
          "proof",
          "/api/v1/audit/proofs/consistency?from=%d&to=%d"
              .formatted(Checkpoint.of(seen).size(), status.sealed()));
    }
    if (status.contradiction() != null) {
      model.addAttribute(
          "contradiction", problems.detail(Problems.of(status.contradiction()), locale));
    }
  }

  private @Nullable Head head(@Nullable SignedNote note, @Nullable Instant at) {
    if (note == null || at == null) {
      return null;
    }
    Checkpoint checkpoint = Checkpoint.of(note);
    return new Head(
        checkpoint.origin(),
        MoneyText.count(checkpoint.size()),
        checkpoint.root().toString(),
        Times.second(at, clock.getZone()),
        note.toString());
  }
}
