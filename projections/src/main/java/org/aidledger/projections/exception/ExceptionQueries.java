package org.aidledger.projections.exception;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for exceptions, one rule after the other. */
public final class ExceptionQueries {

  /** Positions that one exception names; its count says whether there are more. */
  public static final int MOST_POSITIONS = 100;

  /** What one rule answers at most; whoever meets it should ask for a shorter period. */
  public static final int MOST_OF_A_KIND = 200;

  private static final List<ExceptionRule> RULES =
      List.of(
          new SharedAccountRule(),
          new RepeatedAidRule(),
          new SplitPayoutsRule(),
          new OffHoursRule(),
          new SelfDealingRule(),
          new GapRule(),
          new BenfordRule());

  private final JdbcClient jdbc;

  public ExceptionQueries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * What the rules find, rule by rule, each in the order of the book.
   *
   * @param kind one rule, or all
   */
  public List<ExceptionView> find(@Nullable ExceptionKind kind, ExceptionScope scope) {
    return RULES.stream()
        .filter(rule -> kind == null || rule.kind() == kind)
        .flatMap(rule -> rule.find(jdbc, scope, MOST_OF_A_KIND).stream())
        .toList();
  }
}
