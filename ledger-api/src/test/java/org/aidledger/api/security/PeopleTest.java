package org.aidledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.core.account.Role;
import org.aidledger.harness.Client;
import org.aidledger.harness.Client.Answer;
import org.aidledger.harness.People;
import org.aidledger.harness.WebSide;
import org.aidledger.harness.WebSideTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People sign in on a page and keep a session. */
@WebSideTest
class PeopleTest {

  private static final Pattern CSRF = Pattern.compile("csrf=([^;]+);");

  @LocalServerPort private int port;

  @Test
  void whoIsNotSignedInIsLedToTheForm() {
    Answer page = new Client(port).with("Accept", "text/html").get("/funds/some");
    Answer script = new Client(port).with("Sec-Fetch-Mode", "cors").get("/funds/some");

    assertThat(page.status()).isEqualTo(302);
    assertThat(page.header("Location")).endsWith("/login");
    assertThat(script.status()).isEqualTo(401);
    assertThat(script.problem()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void signingInBeginsAFreshSessionWithASafeCookie() {
    Client client = new Client(port);
    Answer form = client.get("/login");
    Answer in = submit(client, form, "finance", WebSide.PASSWORD);

    assertThat(in.status()).isEqualTo(302);
    assertThat(in.header("Location")).endsWith("/");
    assertThat(in.header("Set-Cookie"))
        .startsWith("JSESSIONID=")
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .isNotEqualTo(form.header("Set-Cookie"));
    assertThat(client.get("/").text()).contains("home");
  }

  @Test
  void pagesMayLoadOnlyWhatIsOursAndStandInNoFrame() {
    Answer home = signedIn("finance", WebSide.PASSWORD).get("/");

    assertThat(home.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(home.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(home.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(home.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(home.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(home.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aWrongPasswordLeadsBackToTheForm() {
    Client client = new Client(port);
    Answer answer = submit(client, client.get("/login"), "viewer", "wrong");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/login?error");
  }

  @Test
  void tooManyWrongPasswordsShowTheFormWithStatus429() {
    Client client = new Client(port);
    Answer form = client.get("/login");
    for (int i = 0; i < 10; i++) {
      submit(client, form, "guessed-name", "wrong " + i);
    }
    Answer throttled = submit(client, form, "guessed-name", "wrong again");

    assertThat(throttled.status()).isEqualTo(429);
    assertThat(throttled.header("Retry-After")).isNotEmpty();
    assertThat(throttled.text()).contains("<form>").contains("throttled");
  }

  @Test
  void aFormWithoutItsTokenIsNotTaken() {
    Client client = new Client(port);
    client.get("/login");
    Answer forged = client.form("/login", "username=finance&password=x");

    assertThat(forged.status()).isEqualTo(403);
  }

  @Test
  void aFormThatOutlivedItsSessionLeadsToSigningInAgain() {
    Answer late = new Client(port).form("/login", "username=finance&password=x&_csrf=old");

    assertThat(late.status()).isEqualTo(302);
    assertThat(late.header("Location")).endsWith("/login?expired");
  }

  @Test
  void aPagesScriptNeedsTheTokenToChangeAnything() {
    Client page = signedIn("finance", WebSide.PASSWORD);
    String token = csrf(page.get("/"));
    String body = "{\"label\":\"from a page\"}";

    assertThat(page.get("/api/v1/accounts/me").status()).isEqualTo(200);
    Answer without = page.post("/api/v1/tokens", body);
    Answer with =
        page.send(
            "POST",
            "/api/v1/tokens",
            BodyPublishers.ofString(body),
            "Content-Type",
            "application/json",
            "X-CSRF-TOKEN",
            token);

    assertThat(without.status()).isEqualTo(403);
    assertThat(without.problem()).isEqualTo("CSRF_TOKEN_INVALID");
    assertThat(with.status()).isEqualTo(201);
  }

  @Test
  void aPageOfAnotherRoleIsForbidden() {
    assertThat(signedIn("finance", WebSide.PASSWORD).get("/admin-page").status()).isEqualTo(403);
    assertThat(signedIn("admin", WebSide.PASSWORD).get("/admin-page").status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() {
    Client client = signedIn("finance", WebSide.PASSWORD);
    Answer out = client.form("/logout", "_csrf=" + encode(csrf(client.get("/"))));

    assertThat(out.header("Location")).endsWith("/login?logout");
    assertThat(client.get("/").status()).isEqualTo(302);
  }

  @Test
  void aNewPasswordEndsTheSessionsThatWereBegunWithTheOldOne() {
    People people = new People(port);
    String name = people.open(Role.VIEWER);
    String id = people.idOf(name);
    Client session = signedIn(name, People.PASSWORD);
    assertThat(session.get("/").status()).isEqualTo(200);

    Client admin = new Client(port).basic("admin", WebSide.PASSWORD);
    admin.post("/api/v1/accounts/" + id + "/password", "{\"password\":\"another long password\"}");

    assertThat(session.get("/").status()).isEqualTo(302);
    assertThat(session.get("/api/v1/accounts/me").status()).isEqualTo(401);
  }

  @Test
  void aWrongHeaderIsRefusedEvenIfASessionCameWithIt() {
    Client client = signedIn("finance", WebSide.PASSWORD).with("Authorization", "Basic x");

    assertThat(client.get("/api/v1/accounts/me").problem()).isEqualTo("BAD_CREDENTIALS");
  }

  private Client signedIn(String name, String password) {
    Client client = new Client(port);
    assertThat(submit(client, client.get("/login"), name, password).header("Location"))
        .endsWith("/");
    return client;
  }

  private static Answer submit(Client client, Answer form, String name, String password) {
    return client.form(
        "/login",
        "username=" + name + "&password=" + encode(password) + "&_csrf=" + encode(csrf(form)));
  }

  private static String csrf(Answer page) {
    Matcher matcher = CSRF.matcher(page.text());
    assertThat(matcher.find()).as("a token in %s", page.text()).isTrue();
    return matcher.group(1);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
