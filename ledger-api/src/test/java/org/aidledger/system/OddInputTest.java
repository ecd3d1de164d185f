package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.aidledger.system.PageRules.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Whatever stands in an address, in a body or in a form of the product, the server does not
 * stumble. What is asked comes from the API document, from the table of pages and from the pages
 * themselves, so that nothing new is left out.
 */
@ExtendWith(LogOnFailure.class)
class OddInputTest {

  private static final Pattern IN_LINK = Pattern.compile("(?:[?]|&amp;)([A-Za-z]+)=");

  private static final Map<String, PageClient> SESSIONS = new ConcurrentHashMap<>();

  @TempDir private static Path folder;
  private static RunningLedger ledger;
  private static FullBook book;
  private static OddQuestions questions;

  @BeforeAll
  static void start() throws IOException {
    // Nobody here minds how often the public pages are asked for.
    ledger =
        RunningLedger.start(folder.resolve("data"), "--ledger.public.requests-per-minute=1000000");
    book = FullBook.in(ledger);
    questions = new OddQuestions(book);
  }

  @AfterAll
  static void stop() throws IOException {
    ledger.close();
  }

  @Test
  void noQuestionOfAProgramEndsInAFault() {
    JsonNode paths = ledger.desk("viewer").read("/v3/api-docs").path("paths");
    OddAnswers answers = new OddAnswers();
    RoleMatrixTest.rules()
        .filter(rule -> rule.endpoint().startsWith("GET "))
        .forEach(
            rule -> {
              String template = rule.endpoint().substring("GET ".length());
              Desk desk = ledger.desk(preferred(rule.allowed()));
              JsonNode operation = paths.path("/api/v1" + template).path("get");
              for (String question : questions.of(template, operation.path("parameters"))) {
                answers.program(question, desk.get(question));
              }
            });
    answers.verdict(2_000);
  }

  @Test
  void noQuestionOnAPageEndsInAFault() {
    OddAnswers answers = new OddAnswers();
    for (Rule rule : PageRules.all()) {
      if (rule.page()) {
        PageClient client = signedIn(rule);
        String address = book.address(rule.path());
        String page = client.get(address).text();
        String question = address + (address.contains("?") ? "&" : "?");
        for (String odd : OddAnswers.ODD) {
          for (String name : askedFor(page)) {
            answers.page(question + name + "=" + odd, client.get(question + name + "=" + odd));
          }
          for (String path : questions.withOddVariable(rule.path(), odd)) {
            answers.page(path, client.get(path));
          }
        }
      }
    }
    answers.verdict(1_500);
  }

  @Test
  void noFormThatIsSentEndsInAFault() {
    OddAnswers answers = new OddAnswers();
    for (Rule rule : PageRules.all()) {
      if (rule.page() && !rule.isOpenToAll()) {
        PageClient client = signedIn(rule);
        String address = book.address(rule.path());
        for (PageForm form : PageForm.posted(client.get(address).text(), address)) {
          for (String name : form.fields()) {
            for (String odd : List.of("a\0b", "x".repeat(3_000), "999999999999999999")) {
              Map<String, String> fields = new LinkedHashMap<>();
              form.fields().forEach(field -> fields.put(field, ""));
              fields.put(name, odd);
              String sent = form.action() + " " + name + " = " + odd;
              var answer = client.post(form.action(), fields);
              answers.page(sent, answer);
              if (odd.indexOf('\0') >= 0) {
                assertThat(answer.status()).as(sent).isBetween(400, 499);
              }
            }
          }
        }
      }
    }
    answers.verdict(150);
  }

  @Test
  void noBodyEndsInAFault() {
    JsonNode api = ledger.desk("viewer").read("/v3/api-docs");
    OddAnswers answers = new OddAnswers();
    RoleMatrixTest.rules()
        .filter(rule -> rule.endpoint().startsWith("P"))
        .forEach(
            rule -> {
              String[] parts = rule.endpoint().split(" ", 2);
              JsonNode operation =
                  api.path("paths").path("/api/v1" + parts[1]).path(lower(parts[0]));
              Desk desk = ledger.desk(preferred(rule.allowed()));
              for (OddBody body : OddBody.of(operation, api)) {
                // Nobody's account or key is meant, since a right body would change it.
                String path = questions.filled(parts[1].replaceAll("(account|subject)Id", "$1"));
                var answer =
                    desk.send(
                        parts[0],
                        path,
                        BodyPublishers.ofString(body.json()),
                        "Content-Type",
                        "application/json");
                String sent = parts[0] + " " + path + " " + body.what();
                if (body.mustBeRefused()) {
                  answers.refused(sent, answer);
                } else {
                  answers.program(sent, answer);
                }
              }
            });
    answers.verdict(500);
  }

  @Test
  void noUploadEndsInAFault() {
    Desk finance = ledger.desk("finance");
    OddAnswers answers = new OddAnswers();
    String imports = book.address("/funds/{fundId}") + "/imports";
    String documents = book.address("/donations/{donationId}") + "/documents";
    for (String name : List.of("", "\0", "a\0b.csv", "x".repeat(3_000), "..\\..\\", "\u202e")) {
      answers.program("file " + name, finance.upload(documents, name, new byte[] {0, 1}));
      answers.program("file " + name, finance.upload(imports, name, new byte[] {0, 1}));
    }
    for (String field : List.of("mapping", "batch", "other")) {
      String body =
          "--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\na\0b\r\n--b--\r\n";
      answers.refused(
          "field " + field,
          finance.send(
              "POST",
              imports,
              BodyPublishers.ofString(body),
              "Content-Type",
              "multipart/form-data; boundary=b"));
    }
    for (String text : List.of("", "a\0b", "— x \0\n", "x".repeat(70_000))) {
      answers.refused(
          "witness " + text,
          ledger
              .desk("auditor")
              .send(
                  "POST",
                  "/audit/witness",
                  BodyPublishers.ofString(text),
                  "Content-Type",
                  "text/plain"));
    }
    answers.verdict(19);
  }

  /** What the page's own filters and links ask for, and what lists take. */
  private static Set<String> askedFor(String page) {
    Set<String> names = new TreeSet<>(List.of("cursor"));
    PageForm.asking(page).forEach(form -> names.addAll(form.fields()));
    IN_LINK.matcher(page).results().forEach(link -> names.add(link.group(1)));
    return names;
  }

  private static String preferred(Set<String> allowed) {
    return allowed.contains("auditor") ? "auditor" : new TreeSet<>(allowed).first();
  }

  private static PageClient signedIn(Rule rule) {
    String account = rule.isOpenToAll() ? "viewer" : preferred(rule.allowed());
    return SESSIONS.computeIfAbsent(account, name -> PageClient.signIn(ledger.port(), name));
  }

  private static String lower(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
