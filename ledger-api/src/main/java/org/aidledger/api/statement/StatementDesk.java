package org.aidledger.api.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.json.BusinessCalendar;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.web.PersonalTexts;
import org.aidledger.api.web.text.Language;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.account.Role;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.PeriodCalendar;
import org.aidledger.core.period.event.ClosingStatements;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.core.subject.command.NoteReadings;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.period.PeriodStep;
import org.aidledger.projections.trail.BookedQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the statements of closed periods, and puts on record whose names were given away. */
@Component
public final class StatementDesk {

  /** What the readings are called in the book. */
  static final String FIELD = "closingStatement";

  private static final int TOGETHER = 500;

  private final StatementMaker maker;
  private final BookedQueries booked;
  private final PeriodQueries periods;
  private final PersonalTexts personal;
  private final Ledger ledger;
  private final BusinessCalendar calendar;

  StatementDesk(
      StatementMaker maker,
      BookedQueries booked,
      PeriodQueries periods,
      PersonalTexts personal,
      Ledger ledger,
      BusinessCalendar calendar) {
    this.maker = maker;
    this.booked = booked;
    this.periods = periods;
    this.personal = personal;
    this.ledger = ledger;
    this.calendar = calendar;
  }

  /** Whether this account may have statements with names. */
  public static boolean mayNamePeople(Actor actor) {
    return actor.has(Role.FINANCE) || actor.has(Role.APPROVER) || actor.has(Role.AUDITOR);
  }

  /** The last closing of a period, even if it was reopened since. */
  public Optional<PeriodStep> closing(String organisation, AccountingPeriod period) {
    return periods.of(organisation).steps(period).stream()
        .filter(step -> step.type().equals("PeriodClosed"))
        .reduce((_, later) -> later);
  }

  /**
   * One closing of a period: a period that was reopened and closed again has several.
   *
   * @param position of its event; absent for the last
   * @throws ApiProblem if there is none
   */
  PeriodStep closing(String organisation, AccountingPeriod period, @Nullable Long position) {
    if (position == null) {
      return closing(organisation, period).orElseThrow(() -> ApiProblem.notFound("closing"));
    }
    long wanted = position;
    return periods.of(organisation).steps(period).stream()
        .filter(step -> step.type().equals("PeriodClosed") && step.position() == wanted)
        .findFirst()
        .orElseThrow(() -> ApiProblem.notFound("closing"));
  }

  /**
   * Makes a statement.
   *
   * @throws ApiProblem if it is to be full, and keys were destroyed since the closing
   * @throws Refused if it is to be full and this account must not see people
   */
  byte[] statement(
      PeriodStep closing,
      StatementKind kind,
      StatementForm form,
      boolean full,
      Language language,
      Actor actor) {
    if (full && !mayNamePeople(actor)) {
      throw new Refused(RuleCode.ROLE_MISSING, Map.of("needed", "FINANCE,APPROVER,AUDITOR"));
    }
    StatementScope scope = scope(closing);
    StatementWords words = StatementWords.in(language);
    StatementSheet sheet = sheet(form, scope, language);
    if (!full) {
      return maker.make(kind, scope, new RedactedPeople(words), false, words, sheet);
    }
    NamedPeople people = new NamedPeople(personal, booked, scope.size(), words);
    byte[] file = maker.make(kind, scope, people, true, words, sheet);
    note(people.read(), scope.organisation(), actor.accountId());
    return file;
  }

  private StatementScope scope(PeriodStep closing) {
    String organisation = closing.organisation();
    AccountingPeriod period = AccountingPeriod.of(closing.period());
    ClosingStatements statements = closing.statements();
    if (statements == null) {
      return new StatementScope(
          organisation, period, closing.position(), null, null, calendar.zone());
    }
    if (statements.form() != StatementMaker.FORM) {
      throw new ApiProblem(ApiCode.STATEMENT_FORM_UNKNOWN);
    }
    return StatementScope.of(organisation, period, statements, calendar.zone());
  }

  private static StatementSheet sheet(StatementForm form, StatementScope scope, Language language) {
    return switch (form) {
      case XLSX -> new XlsxSheet(scope.zone());
      case PDF -> pdf(scope, language);
    };
  }

  private static StatementSheet pdf(StatementScope scope, Language language) {
    byte[] font = StatementFont.bytes().orElseThrow(() -> new ApiProblem(ApiCode.PDF_FONT_MISSING));
    try {
      return new PdfSheet(font, scope.zone(), language.tag());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Before a byte is given away; one event for each person. */
  private void note(Set<String> subjects, String organisation, AccountId actor) {
    List<String> read = new ArrayList<>(subjects);
    for (int from = 0; from < read.size(); from += TOGETHER) {
      List<NoteReading> readings =
          read.subList(from, Math.min(read.size(), from + TOGETHER)).stream()
              .map(
                  subject ->
                      new NoteReading(
                          UUID.randomUUID().toString(),
                          SubjectId.of(subject),
                          FIELD,
                          PeriodCalendar.idOf(organisation)))
              .toList();
      ledger.execute(new NoteReadings(UUID.randomUUID().toString(), readings), actor);
    }
  }
}
