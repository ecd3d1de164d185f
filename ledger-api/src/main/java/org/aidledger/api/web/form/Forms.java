package org.aidledger.api.web.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.Problem;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.problem.ProblemWriter;
import org.aidledger.api.problem.Problems;
import org.aidledger.api.web.text.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Shows forms, carries them out, and shows them again with what is wrong. */
public final class Forms {

  /** The name of the form in a page's model. */
  private static final String NAME = "form";

  /** What a page's script sends along, because it cannot look where a redirect leads. */
  private static final String BY_SCRIPT = "Form-By-Script";

  /** Where a page's script goes next. */
  private static final String NEXT = "Form-Next";

  private static final Pattern GAP_IN_CHINESE =
      Pattern.compile("(?<=[\\p{IsHan}”）]) (?=[\\p{IsHan}“（])");

  private final PostedOnce once = new PostedOnce();
  private final BusinessCalendar calendar;
  private final ProblemTexts problemTexts;
  private final MessageSource messages;

  Forms(BusinessCalendar calendar, ProblemTexts problemTexts, MessageSource messages) {
    this.calendar = calendar;
    this.problemTexts = problemTexts;
    this.messages = messages;
  }

  /** An empty form with a key of its own, to be put into the model under {@code form}. */
  public Form blank() {
    return new Form(Map.of(), List.of(), UUID.randomUUID().toString(), calendar.today());
  }

  /**
   * Carries out a form and leads on, or shows it again with what was typed, what is wrong with it,
   * and status 422, or 429 if only the time was wrong.
   *
   * @param work reads the form and gives the order; what it throws becomes the problems
   * @param again fills the model as for the empty form and names the view
   */
  public ModelAndView post(
      Posted posted, Actor actor, Model model, Supplier<Done> work, Supplier<String> again) {
    return trying(
        posted, model, () -> leadOn(posted.request(), once.run(posted, actor, work)), again);
  }

  /**
   * Shows first what the form will do, and carries it out when it is sent again from there; see the
   * view {@code order-preview}.
   *
   * @param preview reads the form and says what it will do
   */
  public ModelAndView inTwoSteps(
      Posted posted,
      Actor actor,
      Model model,
      Supplier<Preview> preview,
      Supplier<Done> work,
      Supplier<String> again) {
    return switch (posted.value("_step")) {
      case "confirm" -> post(posted, actor, model, work, again);
      case "edit" -> again(posted, model, again);
      default ->
          show(
              posted,
              model,
              () -> {
                model.addAttribute("preview", preview.get());
                return Preview.VIEW;
              },
              again);
    };
  }

  /**
   * Shows a page made of what was typed, such as what it will change, or the form again with what
   * is wrong.
   *
   * @param view reads the form, fills the model and names the view; the form is there as typed
   */
  public ModelAndView show(
      Posted posted, Model model, Supplier<String> view, Supplier<String> again) {
    return trying(posted, model, () -> again(posted, model, view), again);
  }

  /** Shows the form as it was typed, without judging it. */
  public ModelAndView again(Posted posted, Model model, Supplier<String> view) {
    ModelAndView page = new ModelAndView(view.get());
    model.addAttribute(NAME, shown(posted, List.of()));
    return page;
  }

  /** The form as it was typed, for a part of a page that a script puts in. */
  public Form asTyped(Posted posted) {
    return shown(posted, List.of());
  }

  private ModelAndView trying(
      Posted posted, Model model, Supplier<ModelAndView> work, Supplier<String> again) {
    List<Problem> problems;
    try {
      return work.get();
    } catch (FormProblems many) {
      problems = many.problems();
    } catch (RuntimeException e) {
      problems = List.of(problem(e));
    }
    ModelAndView page = new ModelAndView(again.get());
    // The last word on the form is what was typed, whatever the empty page would propose.
    model.addAttribute(NAME, shown(posted, problems));
    page.setStatus(statusOf(problems));
    return page;
  }

  /** A form that nothing is wrong with but the time says so, to programs by its status too. */
  private static HttpStatus statusOf(List<Problem> problems) {
    Problem first = problems.getFirst();
    if (first.status() != HttpStatus.TOO_MANY_REQUESTS) {
      return HttpStatus.UNPROCESSABLE_CONTENT;
    }
    if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes now
        && now.getResponse() != null) {
      ProblemWriter.retryAfter(now.getResponse(), first);
    }
    return first.status();
  }

  /** What is not about the form, a wrong role or address, is answered by the page of its status. */
  private static Problem problem(RuntimeException thrown) {
    Problem problem = Problems.of(thrown);
    if (problem.status() == HttpStatus.FORBIDDEN
        || problem.status() == HttpStatus.UNAUTHORIZED
        || problem.status() == HttpStatus.NOT_FOUND) {
      throw thrown;
    }
    return problem;
  }

  private Form shown(Posted posted, List<Problem> problems) {
    Locale locale = LocaleContextHolder.getLocale();
    Texts texts = new Texts(messages, locale);
    List<FieldProblem> found =
        problems.stream().map(problem -> inWords(problem, posted, texts, locale)).toList();
    // A form that was sent without a key gets one now.
    String key = posted.key().isEmpty() ? UUID.randomUUID().toString() : posted.key();
    return new Form(posted.fields(), found, key, posted.today());
  }

  private FieldProblem inWords(Problem problem, Posted posted, Texts texts, Locale locale) {
    String named = problem.field();
    String field = named == null ? BlamedField.of(problem.code(), posted) : named;
    Problem labelled =
        new Problem(problem.status(), problem.code(), label(named, texts), problem.facts());
    String text = problemTexts.detail(labelled, locale);
    return new FieldProblem(field, GAP_IN_CHINESE.matcher(text).replaceAll(""));
  }

  private static @Nullable String label(@Nullable String field, Texts texts) {
    return field == null
        ? null
        : texts.get("form.label", texts.getOr("field." + field, texts.get("form.thisField")));
  }

  private static ModelAndView leadOn(HttpServletRequest request, Done done) {
    return new ModelAndView(
        (View)
            (_, _, response) -> {
              RequestContextUtils.getOutputFlashMap(request).put(Flash.NAME, done.flash());
              RequestContextUtils.saveOutputFlashMap(done.path(), request, response);
              answer(request, response, request.getContextPath() + done.path());
            });
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, String address) {
    boolean script = request.getHeader(BY_SCRIPT) != null;
    response.setStatus((script ? HttpStatus.NO_CONTENT : HttpStatus.SEE_OTHER).value());
    response.setHeader(script ? NEXT : "Location", address);
  }
}
