package org.aidledger.projections.exception;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One rule: one question to the read models. */
interface ExceptionRule {

  ExceptionKind kind();

  /**
   * What the rule finds, in the order of the book.
   *
   * @param limit the most that is answered
   */
  List<ExceptionView> find(JdbcClient jdbc, ExceptionScope scope, int limit);
}
