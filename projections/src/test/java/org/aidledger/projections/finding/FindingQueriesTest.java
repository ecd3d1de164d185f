package org.aidledger.projections.finding;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.aidledger.core.finding.FindingState;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.finding.event.FindingAnswered;
import org.aidledger.core.finding.event.FindingClosed;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.aidledger.projections.trail.TrailLine;
import org.aidledger.projections.trail.TrailQueries;
import org.junit.jupiter.api.Test;

class FindingQueriesTest {

  private static final String AUDITOR = id(70);

  @Test
  void findingsAreListedByWhatTheyAreAboutAndHowFarTheyAre() throws SQLException {
    FindingQueries findings = new FindingQueries(book());
    Page<FindingView> first = findings.list(FindingFilter.ALL, Order.NEWEST_FIRST, null, 1);
    assertThat(first.items())
        .containsExactly(
            new FindingView(
                id(8),
                "p",
                null,
                Severity.LOW,
                null,
                FindingState.RAISED,
                List.of(),
                sealed(8),
                AUDITOR,
                Book.at(2),
                null,
                null,
                null,
                null,
                2,
                2));
    assertThat(findings.list(FindingFilter.ALL, Order.NEWEST_FIRST, first.next(), 1).items())
        .containsExactly(
            new FindingView(
                id(7),
                "o",
                FUND,
                Severity.HIGH,
                "GAP",
                FindingState.CLOSED,
                List.of(0L, 4L),
                sealed(7),
                AUDITOR,
                Book.at(1),
                FINANCE,
                Book.at(3),
                AUDITOR,
                Book.at(4),
                1,
                4));
    assertThat(ids(findings, new FindingFilter(null, FUND, null, null))).containsExactly(id(7));
    assertThat(ids(findings, new FindingFilter("p", null, null, null))).containsExactly(id(8));
    assertThat(ids(findings, new FindingFilter(null, null, "RAISED", null))).containsExactly(id(8));
    assertThat(ids(findings, new FindingFilter(null, null, null, "HIGH"))).containsExactly(id(7));
    assertThat(ids(findings, new FindingFilter(null, "no id", null, null))).isEmpty();
    assertThat(findings.count(FindingState.RAISED)).isEqualTo(1);
    assertThat(findings.count(FindingState.ANSWERED)).isZero();
  }

  @Test
  void everythingThatWasSaidIsKept() throws SQLException {
    FindingQueries findings = new FindingQueries(book());
    assertThat(findings.one(id(9))).isEmpty();
    assertThat(findings.one(id(7))).map(FindingView::state).contains(FindingState.CLOSED);
    assertThat(findings.steps(id(7)))
        .containsExactly(
            new FindingStep(1, "FindingRaised", Book.at(1), AUDITOR, sealed(7)),
            new FindingStep(3, "FindingAnswered", Book.at(3), FINANCE, sealed(17)),
            new FindingStep(4, "FindingClosed", Book.at(4), AUDITOR, sealed(27)));
    assertThat(findings.steps(List.of(id(7), id(8), id(9), "no id")))
        .hasSize(2)
        .containsEntry(id(7), findings.steps(id(7)))
        .containsEntry(
            id(8), List.of(new FindingStep(2, "FindingRaised", Book.at(2), AUDITOR, sealed(8))));
    assertThat(findings.steps("no id")).isEmpty();
  }

  @Test
  void theTrailOfTheFundTellsOfIt() throws SQLException {
    assertThat(new TrailQueries(book()).ofStream(id(7)))
        .extracting(TrailLine::type)
        .containsExactly("FindingRaised", "FindingAnswered", "FindingClosed");
  }

  private static DataSource book() throws SQLException {
    return Book.withFund()
        .then(
            "Finding",
            id(7),
            new FindingRaised(id(7), "o", FUND, "HIGH", "GAP", List.of(0L, 4L), sealed(7), AUDITOR))
        .then(
            "Finding",
            id(8),
            new FindingRaised(id(8), "p", null, "LOW", null, List.of(), sealed(8), AUDITOR))
        .then("Finding", id(7), new FindingAnswered(id(7), FUND, sealed(17), FINANCE))
        .then("Finding", id(7), new FindingClosed(id(7), FUND, sealed(27), AUDITOR))
        .applied();
  }

  private static List<String> ids(FindingQueries findings, FindingFilter filter) {
    return findings.list(filter, Order.OLDEST_FIRST, null, 10).items().stream()
        .map(FindingView::findingId)
        .toList();
  }
}
