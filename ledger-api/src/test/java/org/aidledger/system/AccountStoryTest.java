package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Accounts, their roles, passwords and tokens. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class AccountStoryTest {

  private final RunningLedger ledger;
  private final Desk admin;
  private final String donations;

  AccountStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
    admin = ledger.desk("admin");
    // Opening it again for each test is answered with the same fund.
    JsonNode fund = ledger.desk("finance").post("/funds", fund("A.fund")).json();
    donations = "/funds/" + fund.path("fundId").asString() + "/donations";
  }

  private static Map<String, Object> account(String username, String... roles) {
    return Map.of(
        "username", username, "password", RunningLedger.PASSWORD, "roles", List.of(roles));
  }

  @Test
  void anAccountWorksUntilItsRoleOrItselfIsTakenAway() {
    JsonNode opened = admin.order(201, "/accounts", account("li.na", "FINANCE"));
    String path = "/accounts/" + opened.path("accountId").asString();
    assertThat(admin.refused(409, "/accounts", account("li.na", "VIEWER")))
        .isEqualTo("USERNAME_TAKEN");
    Desk lina = ledger.desk("li.na");
    lina.order(201, donations, anonymous("A-1", "1.00"));

    admin.order(200, path + "/roles", Map.of("roles", List.of("VIEWER")));
    assertThat(lina.refused(403, donations, anonymous("A-2", "1.00"))).isEqualTo("ROLE_MISSING");
    assertThat(lina.get("/funds").status()).isEqualTo(200);

    admin.order(200, path + "/disable");
    assertThat(lina.get("/funds").status()).isEqualTo(401);
    assertThat(ledger.desk("auditor").read(path).path("disabled").asBoolean()).isTrue();
  }

  @Test
  void nobodyJudgesTheirOwnRolesAndPowersStayApart() {
    String own = "/accounts/" + admin.read("/accounts/me").path("accountId").asString();
    assertThat(admin.refused(409, own + "/roles", Map.of("roles", List.of("ADMIN", "VIEWER"))))
        .isEqualTo("SELF_GRANT");
    assertThat(admin.refused(409, own + "/roles", Map.of("roles", List.of())))
        .isEqualTo("LAST_ADMIN");
    assertThat(admin.refused(409, own + "/disable")).isEqualTo("LAST_ADMIN");
    assertThat(admin.refused(409, "/accounts", account("two.hats", "ADMIN", "FINANCE")))
        .isEqualTo("ROLE_CONFLICT");
    assertThat(admin.refused(409, "/accounts", account("two.caps", "AUDITOR", "CASHIER")))
        .isEqualTo("ROLE_CONFLICT");
  }

  @Test
  void oneAccountWithTwoRolesIsStillOnePerson() {
    admin.order(201, "/accounts", account("all.in.one", "FINANCE", "APPROVER", "CASHIER"));
    Desk one = ledger.desk("all.in.one");
    one.order(201, donations, anonymous("A-one", "50.00"));
    String payouts = donations.replace("/donations", "/payouts");
    String id = one.order(201, payouts, Bodies.payout("A-P1", "5.00")).path("payoutId").asString();
    assertThat(one.refused(409, "/payouts/" + id + "/approval")).isEqualTo("SELF_APPROVAL");
    ledger.desk("approver").order(200, "/payouts/" + id + "/approval");
    assertThat(
            one.refused(409, "/payouts/" + id + "/payment", Bodies.payment("2026-06-01", "A-BK")))
        .isEqualTo("PAYER_NOT_THIRD_PERSON");
  }

  @Test
  void aChangedPasswordCountsAtOnce() {
    JsonNode opened = admin.order(201, "/accounts", account("wang.wei", "VIEWER"));
    String path = "/accounts/" + opened.path("accountId").asString() + "/password";
    Desk before = ledger.desk("wang.wei");
    assertThat(before.get("/funds").status()).isEqualTo(200);
    Map<String, Object> wrong = Map.of("password", "new-horse-battery", "oldPassword", "guess");
    assertThat(before.refused(403, path, wrong)).startsWith("OLD_PASSWORD_WRONG");
    before.order(200, path, Bodies.with(wrong, "oldPassword", RunningLedger.PASSWORD));

    assertThat(before.get("/funds").status()).isEqualTo(401);
    Desk after = Desk.of(ledger.port(), "wang.wei", "new-horse-battery");
    assertThat(after.get("/funds").status()).isEqualTo(200);
  }

  @Test
  void aTokenWorksUntilItIsRevoked() {
    Desk finance = ledger.desk("finance");
    JsonNode issued = finance.order(201, "/tokens", Map.of("label", "工资系统", "expiresInDays", 30));
    Desk program = Desk.withToken(ledger.port(), issued.path("token").asString());
    program.order(201, donations, anonymous("A-token", "1.00"));
    assertThat(program.refused(403, "/tokens", Map.of("label", "another")))
        .isEqualTo("PASSWORD_SIGN_IN_REQUIRED");
    assertThat(finance.read("/tokens").toString())
        .contains(issued.path("tokenId").asString())
        .doesNotContain(issued.path("token").asString());

    String path = "/tokens/" + issued.path("tokenId").asString();
    assertThat(ledger.desk("finance2").send("DELETE", path, BodyPublishers.noBody()).status())
        .as("somebody else's token")
        .isIn(403, 404);
    assertThat(finance.send("DELETE", path, BodyPublishers.noBody()).status()).isEqualTo(200);
    assertThat(program.get("/funds").status()).isEqualTo(401);
  }

  @Test
  void withoutAPasswordNothingIsTold() {
    Desk nobody = Desk.anonymous(ledger.port());
    assertThat(nobody.get("/funds").problem()).isEqualTo("UNAUTHENTICATED");
    assertThat(nobody.get("/actuator/metrics").status()).isEqualTo(401);
    assertThat(nobody.get("/actuator/health/readiness").text()).contains("UP");
    Desk stranger = Desk.of(ledger.port(), "viewer", "wrong-horse-battery");
    assertThat(stranger.get("/funds").problem()).isEqualTo("BAD_CREDENTIALS");
  }
}
