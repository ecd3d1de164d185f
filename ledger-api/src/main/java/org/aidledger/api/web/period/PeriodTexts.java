package org.aidledger.api.web.period;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.period.ReadinessPoint;
import org.aidledger.api.web.ActorNames;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.form.Option;
import org.aidledger.api.web.text.Texts;
import org.aidledger.api.web.text.Times;
import org.aidledger.core.account.Role;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.OpenItem;
import org.aidledger.core.subject.SealedText;
import org.aidledger.projections.period.PeriodCalendarView;
import org.aidledger.projections.period.PeriodState;
import org.aidledger.projections.period.PeriodStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Periods in words. */
@Component
final class PeriodTexts {

  /**
   * A line of the list of periods.
   *
   * @param tone of its badge
   * @param last what happened last, absent if nothing did
   */
  record PeriodRow(
      String period,
      String first,
      String last,
      String state,
      String tone,
      @Nullable String step,
      @Nullable String by,
      @Nullable String at) {}

  /**
   * A point of the readiness list.
   *
   * @param door where it is settled, absent if this person cannot go there
   */
  record PointRow(String what, String standing, String tone, @Nullable String door) {}

  /**
   * A step that was taken.
   *
   * @param details what it said beside: the rule for late entries, what was open, a reason
   */
  record StepRow(String what, String by, String at, List<String> details) {}

  private final ActorNames names;
  private final PersonalTexts personal;
  private final Clock clock;

  PeriodTexts(ActorNames names, PersonalTexts personal, Clock clock) {
    this.names = names;
    this.personal = personal;
    this.clock = clock;
  }

  List<PeriodRow> rows(PeriodCalendarView calendar, List<AccountingPeriod> periods, Texts texts) {
    return periods.stream().map(period -> row(calendar, period, texts)).toList();
  }

  private PeriodRow row(PeriodCalendarView calendar, AccountingPeriod period, Texts texts) {
    PeriodState state = calendar.state(period);
    List<PeriodStep> steps = calendar.steps(period);
    PeriodStep last = steps.isEmpty() ? null : steps.getLast();
    return new PeriodRow(
        period.toString(),
        period.first().toString(),
        period.last().toString(),
        texts.word("periodState", state.name()),
        tone(state),
        last == null ? null : texts.word("periodStep", last.type()),
        last == null ? null : name(last.actor(), texts),
        last == null ? null : Times.second(last.recordedAt(), clock.getZone()));
  }

  static String tone(PeriodState state) {
    return switch (state) {
      case OPEN -> "";
      case CLOSING, REOPENING -> "waiting";
      case CLOSED -> "done";
    };
  }

  List<PointRow> points(List<ReadinessPoint> points, Actor actor, Texts texts) {
    return points.stream()
        .map(
            point ->
                new PointRow(
                    texts.word("periodPoint", point.point().name()),
                    standing(point, texts),
                    point.ready() ? "done" : point.blocks() ? "bad" : "waiting",
                    door(point, actor)))
        .toList();
  }

  private static String standing(ReadinessPoint point, Texts texts) {
    OpenItem open = point.open();
    if (open == null) {
      return texts.get("period.ready");
    }
    String what = texts.word("openItem", open.name());
    return point.hasFigure() ? texts.get("period.open", what, point.figure()) : what;
  }

  private static @Nullable String door(ReadinessPoint point, Actor actor) {
    return switch (point.point()) {
      case PAYOUTS -> "/payouts";
      case RUNNING_IMPORTS, FAILED_IMPORTS -> "/imports";
      case REPLAY -> actor.has(Role.AUDITOR) ? "/audit/replay" : null;
      case SEAL -> null;
    };
  }

  /** What whoever closes may acknowledge. */
  List<Option> acknowledgeable(List<ReadinessPoint> points, Texts texts) {
    List<Option> options = new ArrayList<>();
    for (ReadinessPoint point : points) {
      OpenItem open = point.open();
      if (open != null && !point.blocks()) {
        options.add(new Option(open.name(), standing(point, texts)));
      }
    }
    return options;
  }

  List<StepRow> steps(List<PeriodStep> steps, Texts texts) {
    return steps.stream()
        .map(
            step ->
                new StepRow(
                    texts.word("periodStep", step.type()),
                    name(step.actor(), texts),
                    Times.second(step.recordedAt(), clock.getZone()),
                    details(step, texts)))
        .toList();
  }

  private List<String> details(PeriodStep step, Texts texts) {
    List<String> details = new ArrayList<>();
    if (step.lateEntries() != null) {
      details.add(texts.word("lateEntries", step.lateEntries()));
    }
    if (!step.openItems().isEmpty()) {
      details.add(
          texts.get(
              "period.acknowledged",
              step.openItems().keySet().stream()
                  .sorted()
                  .map(item -> texts.word("openItem", item))
                  .collect(Collectors.joining(texts.get("period.comma")))));
    }
    SealedText reason = step.reason();
    if (reason != null) {
      details.add(
          texts.get(
              "trail.why",
              personal
                  .texts(List.of(reason))
                  .getOrDefault(reason, texts.get("trail.destroyedText"))));
    }
    if (step.funds() != null) {
      details.add(texts.get("period.funds", Integer.toString(step.funds())));
    }
    return details;
  }

  String name(String accountId, Texts texts) {
    return names
        .names(Set.of(accountId))
        .getOrDefault(accountId, texts.get("trail.unknownAccount"));
  }
}
