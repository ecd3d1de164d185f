package org.aidledger.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.aidledger.core.account.Role;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office never locks itself out. */
@WebSideTest
class LastAdminTest {

  @LocalServerPort private int port;
  @Autowired private DataSource dataSource;
  private String one = "";
  private String other = "";
  private String oneId = "";
  private String otherId = "";

  /** All other administrators are left out of the count while a test runs. */
  @BeforeEach
  void onlyTwoAdministrators() {
    People people = new People(port);
    one = people.open(Role.ADMIN);
    other = people.open(Role.ADMIN);
    oneId = people.idOf(one);
    otherId = people.idOf(other);
    count("update security.credential set admin = username in (?, ?)", one, other);
  }

  @AfterEach
  void theOthersCountAgain() {
    count("update security.credential set admin = username = ?", "admin");
  }

  @Test
  void twoWhoDisableEachOtherAtOnceLeaveOne() throws Exception {
    List<Callable<Answer>> both = List.of(() -> disable(one, otherId), () -> disable(other, oneId));
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(2)) {
      answers = threads.invokeAll(both).stream().map(f -> f.resultNow().status()).toList();
    }

    assertThat(answers).containsOnlyOnce(200);
    assertThat(active()).isEqualTo(1);
  }

  @Test
  void theLastOneCannotLayDownTheRole() {
    assertThat(disable(one, otherId).status()).isEqualTo(200);

    Answer laidDown =
        new Client(port)
            .basic(one, People.PASSWORD)
            .post("/api/v1/accounts/" + oneId + "/roles", "{\"roles\":[\"VIEWER\"]}");

    assertThat(laidDown.status()).isEqualTo(409);
    assertThat(laidDown.problem()).isEqualTo("LAST_ADMIN");
    assertThat(active()).isEqualTo(1);
  }

  @Test
  void oneOfTwoMayTakeTheRoleFromTheOther() {
    Answer taken =
        new Client(port)
            .basic(one, People.PASSWORD)
            .post("/api/v1/accounts/" + otherId + "/roles", "{\"roles\":[]}");

    assertThat(taken.status()).isEqualTo(200);
    assertThat(active()).isEqualTo(1);
    assertThat(disable(other, oneId).problem()).isEqualTo("ROLE_MISSING");
  }

  private Answer disable(String by, String id) {
    return new Client(port)
        .basic(by, People.PASSWORD)
        .post("/api/v1/accounts/" + id + "/disable", "");
  }

  private int active() {
    return JdbcClient.create(dataSource)
        .sql("select count(*) from security.credential where admin and state = 'ACTIVE'")
        .query(Integer.class)
        .single();
  }

  private void count(String sql, Object... names) {
    JdbcClient.create(dataSource).sql(sql).params(names).update();
  }
}
