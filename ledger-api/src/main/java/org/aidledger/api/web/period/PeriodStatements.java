package org.aidledger.api.web.period;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.statement.StatementDesk;
import org.aidledger.api.statement.StatementForm;
import org.aidledger.api.statement.StatementKind;
import org.aidledger.api.web.text.PageAddress;
import org.aidledger.api.web.text.Texts;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.core.period.event.ClosingStatements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The closing statements of a period as its page offers them. */
@Component
final class PeriodStatements {

  /**
   * What stands above the list.
   *
   * @param origin of the checkpoint that is printed on them, absent if the book was not sealed
   * @param full whether this person may have them with names
   */
  record Offer(
      @Nullable String origin,
      @Nullable String size,
      @Nullable String root,
      boolean full,
      List<StatementRow> rows) {}

  /**
   * One statement.
   *
   * @param sha256 of the full workbook in Chinese, absent if the event has none
   * @param named the files with names, none for who must not see people
   */
  record StatementRow(
      String name, @Nullable String sha256, List<FileLink> redacted, List<FileLink> named) {}

  /** A file that can be downloaded. */
  record FileLink(String kind, String address, String label) {}

  private final StatementDesk desk;

  PeriodStatements(StatementDesk desk) {
    this.desk = desk;
  }

  /** Empty if the period was never closed by itself. */
  Optional<Offer> of(String organisation, AccountingPeriod period, Actor actor, Texts texts) {
    return desk.closing(organisation, period)
        .map(closing -> offer(closing.statements(), organisation, period, actor, texts));
  }

  private static Offer offer(
      @Nullable ClosingStatements sealed,
      String organisation,
      AccountingPeriod period,
      Actor actor,
      Texts texts) {
    boolean full = StatementDesk.mayNamePeople(actor);
    return new Offer(
        sealed == null ? null : sealed.origin(),
        sealed == null ? null : Long.toString(sealed.size()),
        sealed == null ? null : sealed.rootHash(),
        full,
        Arrays.stream(StatementKind.values())
            .map(
                kind ->
                    new StatementRow(
                        texts.word("statement", kind.name()),
                        sealed == null ? null : sealed.sha256().get(kind.name()),
                        files(kind, "redacted", organisation, period, texts),
                        full ? files(kind, "full", organisation, period, texts) : List.of()))
            .toList());
  }

  private static List<FileLink> files(
      StatementKind kind,
      String people,
      String organisation,
      AccountingPeriod period,
      Texts texts) {
    String name = texts.word("statement", kind.name());
    return Arrays.stream(StatementForm.values())
        .map(
            form ->
                new FileLink(
                    texts.word("statementForm", form.name()),
                    address(kind, form, people, organisation, period, texts),
                    texts.get(
                        "period.statements.file",
                        name,
                        texts.word("statementForm", form.name()),
                        texts.word("statementPeople", people))))
        .toList();
  }

  private static String address(
      StatementKind kind,
      StatementForm form,
      String people,
      String organisation,
      AccountingPeriod period,
      Texts texts) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("organisation", organisation);
    parameters.put("form", form.ending());
    parameters.put("people", people);
    parameters.put("lang", texts.language().code());
    return PageAddress.of(
        "/api/v1/periods/" + period + "/statements/" + kind.slug(), parameters, "");
  }
}
