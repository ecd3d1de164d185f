package org.aidledger.projections.audit;

import static org.aidledger.projections.Book.FINANCE;
import static org.aidledger.projections.Book.FUND;
import static org.aidledger.projections.Book.id;
import static org.aidledger.projections.Book.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;
import org.aidledger.projections.Book;
import org.aidledger.projections.query.Order;
import org.aidledger.projections.query.Page;
import org.junit.jupiter.api.Test;

class AuditQueriesTest {

  @Test
  void refusalsAreListedWithTheirRule() throws SQLException {
    Map<String, String> facts = Map.of("available", "1.00", "needed", "2.00");
    RefusalQueries refusals =
        new RefusalQueries(
            new Book()
                .then(
                    "Refusal",
                    id(1),
                    new CommandRefused(id(1), "PayPayout", "PAYOUT_STATE", null, id(9), Map.of()))
                .then(
                    "Refusal",
                    id(2),
                    new CommandRefused(
                        id(2), "ApprovePayout", "INSUFFICIENT_FUNDS", FUND, null, facts))
                .applied());
    Page<RefusalView> all = refusals.list(null, null, null, Order.NEWEST_FIRST, null, 1);
    assertThat(all.items())
        .containsExactly(
            new RefusalView(
                1,
                id(2),
                Book.at(1),
                FINANCE,
                "ApprovePayout",
                "INSUFFICIENT_FUNDS",
                FUND,
                null,
                facts));
    assertThat(refusals.list(null, null, null, Order.NEWEST_FIRST, all.next(), 1).items())
        .extracting(RefusalView::subjectOfCommand)
        .containsExactly(id(9));
    assertThat(refusals.list("PAYOUT_STATE", null, FINANCE, Order.OLDEST_FIRST, null, 10).items())
        .hasSize(1);
    assertThat(refusals.list(null, FUND, null, Order.OLDEST_FIRST, null, 10).items()).hasSize(1);
  }

  @Test
  void readingsAndKeysAreListed() throws SQLException {
    DataSource dataSource =
        new Book()
            .then("Access", id(1), new PersonalDataRead(id(1), id(7), "bankAccount", "Payout/x"))
            .then("Subject", id(7), new KeyDestructionRequested(id(7), sealed(7), "admin"))
            .then("Subject", id(8), new KeyDestructionRequested(id(8), sealed(8), "admin"))
            .then("Subject", id(7), new KeyDestroyed(id(7), "admin", "other"))
            .applied();
    PrivacyQueries privacy = new PrivacyQueries(dataSource);
    assertThat(privacy.readings(id(7), FINANCE, Order.OLDEST_FIRST, null, 10).items())
        .containsExactly(
            new DataAccessView(0, id(1), Book.at(0), FINANCE, id(7), "bankAccount", "Payout/x"));
    assertThat(privacy.readings(id(8), null, Order.OLDEST_FIRST, null, 10).items()).isEmpty();
    assertThat(privacy.keyDestruction(id(7)))
        .contains(
            new KeyDestructionView(
                id(7), "DESTROYED", sealed(7), "admin", Book.at(1), "other", Book.at(3), 1, 3));
    assertThat(privacy.keyDestructions("REQUESTED", null, 10).items())
        .extracting(KeyDestructionView::subjectId)
        .containsExactly(id(8));
    assertThat(privacy.keyDestructions(null, null, 10).items()).hasSize(2);
  }
}
