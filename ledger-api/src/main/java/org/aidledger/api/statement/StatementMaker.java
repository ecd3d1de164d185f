package org.aidledger.api.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.aidledger.api.statement.StatementSheet.Fact;
import org.aidledger.core.period.AccountingPeriod;
import org.aidledger.projections.fund.BalanceQueries;
import org.aidledger.projections.period.PeriodQueries;
import org.aidledger.projections.trail.BookedQueries;
import org.aidledger.store.subject.MasterKey;

/** Makes statements of the first form: the same scope gives the same bytes. */
public final class StatementMaker {

  /** Which form the statements have. */
  static final int FORM = 1;

  private static final int CHECK_BYTES = 16;

  private final BookedQueries booked;
  private final BalanceQueries balances;
  private final PeriodQueries periods;
  private final MasterKey master;

  StatementMaker(
      BookedQueries booked, BalanceQueries balances, PeriodQueries periods, MasterKey master) {
    this.booked = booked;
    this.balances = balances;
    this.periods = periods;
    this.master = master;
  }

  /**
   * Makes one statement.
   *
   * @param full whether people are named
   * @return the bytes of the file
   */
  byte[] make(
      StatementKind kind,
      StatementScope scope,
      StatementPeople people,
      boolean full,
      StatementWords words,
      StatementSheet sheet) {
    try {
      sheet.begin(
          words.get(kind.key()), facts(scope, full, words), columns(kind, words).headings());
      switch (kind) {
        case INCOME_EXPENDITURE ->
            new BalanceStatement(booked, balances).write(scope, words, sheet);
        case PAYOUTS, DONATIONS, CORRECTIONS ->
            new EntryStatement(booked, people, words).write(kind, scope, sheet);
        case EXCEPTIONS ->
            new ExceptionStatement(booked, new ExceptionRules(booked, periods).all(), words)
                .write(scope, sheet);
      }
      return sheet.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StatementColumns columns(StatementKind kind, StatementWords words) {
    return switch (kind) {
      case INCOME_EXPENDITURE -> BalanceStatement.columns(words);
      case PAYOUTS, DONATIONS, CORRECTIONS -> EntryStatement.columns(kind, words);
      case EXCEPTIONS -> ExceptionStatement.columns(words);
    };
  }

  private List<Fact> facts(StatementScope scope, boolean full, StatementWords words) {
    AccountingPeriod period = scope.period();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.get("head.organisation"), scope.organisation()));
    facts.add(
        new Fact(
            words.get("head.period"),
            words.get("head.range", period.toString(), period.first(), period.last())));
    facts.add(
        new Fact(
            words.get("head.known"), words.get("head.known.events", Long.toString(scope.size()))));
    String origin = scope.origin();
    String root = scope.rootHash();
    if (origin == null || root == null) {
      facts.add(new Fact(words.get("head.checkpoint"), words.get("head.none")));
    } else {
      facts.add(new Fact(words.get("head.origin"), origin));
      facts.add(new Fact(words.get("head.checkpoint"), Long.toString(scope.size())));
      facts.add(new Fact(words.get("head.root"), root));
    }
    facts.add(new Fact(words.get("head.zone"), scope.zone().getId()));
    facts.add(
        new Fact(
            words.get("head.people"),
            full
                ? words.get("head.people.full", check(scope))
                : words.get("head.people.redacted")));
    facts.add(new Fact(words.get("head.form"), words.get("head.form." + FORM)));
    return facts;
  }

  /**
   * A code that only whoever has the full statement or the master key knows. Without it a name that
   * is guessed could be proven by the hash in the event, which everybody keeps for ever.
   */
  private String check(StatementScope scope) {
    byte[] code = master.derive(scope.digest(), "aid-ledger/statement/v1");
    return HexFormat.of().formatHex(code, 0, CHECK_BYTES);
  }
}
