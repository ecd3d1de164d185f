package org.aidledger.system;

import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever stands in the address of a question about evidence, the server does not stumble. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class EvidenceBadInputTest {

  private final RunningLedger ledger;

  EvidenceBadInputTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void noQuestionOfAProgramEndsInAFault() {
    Desk auditor = ledger.desk("auditor");
    OddAnswers answers = new OddAnswers();
    for (String question : questions()) {
      answers.program(question, auditor.get(question));
    }
    answers.verdict(600);
  }

  @Test
  void noQuestionOnAPageEndsInAFault() {
    PageClient auditor = PageClient.signIn(ledger.port(), "auditor");
    OddAnswers answers = new OddAnswers();
    for (String question : pages()) {
      answers.page(question, auditor.get(question));
    }
    answers.verdict(450);
  }

  /** PostgreSQL takes this character in no text; it is refused before any query is asked. */
  @Test
  void theCharacterThatNoTextTakesIsNamedInBothLanguages() {
    Desk auditor = ledger.desk("auditor");
    Answer chinese = auditor.get("/audit/findings?organisation=a%00b");
    assertThat(chinese.status() + " " + chinese.problem())
        .isEqualTo("400 CONTROL_CHARACTER organisation");
    assertThat(chinese.text()).contains("控制字符 U+0000");
    Answer english =
        auditor.send(
            "GET",
            "/audit/findings?organisation=a%00b",
            BodyPublishers.noBody(),
            "Accept-Language",
            "en");
    assertThat(english.text()).contains("control character U+0000");
    assertThat(auditor.get("/audit/findings?a%00b=x").problem()).isEqualTo("MALFORMED_URL");
    assertThat(auditor.get("/audit/findings?organisation=%FF").problem())
        .isEqualTo("MALFORMED_URL");
    assertThat(ledger.desk("viewer").get("/audit/findings?organisation=%00").problem())
        .as("roles come first")
        .isEqualTo("ROLE_MISSING");
  }

  private List<String> questions() {
    String fundId =
        ledger.desk("finance").order(201, "/funds", fund("E.odd")).path("fundId").asString();
    String range = "from=2026-01-01&to=2026-12-31";
    List<String> all = new ArrayList<>();
    for (String odd : OddAnswers.ODD) {
      for (String name :
          List.of("organisation", "fundId", "state", "severity", "cursor", "limit")) {
        all.add("/audit/findings?" + name + "=" + odd);
      }
      all.add("/audit/proofs/inclusion?position=0&size=" + odd);
      all.add("/audit/proofs/inclusion?size=1&position=" + odd);
      all.add("/audit/proofs/consistency?from=0&to=" + odd);
      all.add("/audit/proofs/consistency?to=1&from=" + odd);
      all.add("/audit/exceptions?from=2026-01-01&to=" + odd);
      all.add("/audit/exceptions?to=2026-01-01&from=" + odd);
      all.add("/audit/exceptions?" + range + "&kind=" + odd);
      all.add("/audit/exceptions?" + range + "&fund=" + odd);
      for (String name : List.of("of", "organisation", "position", "size", "seed")) {
        String base = "of=DONATIONS&size=5&seed=s&organisation=" + "x&" + range;
        all.add("/audit/samples?" + base.replaceAll(name + "=[^&]*", name + "=" + odd));
        all.add("/audit/samples?" + base + "&" + name + "=" + odd);
      }
      String report = "/audit/correction-report?fundId=" + fundId + "&fund=" + fundId;
      all.add(report + "&knownFrom=" + odd + "&knownTo=" + odd);
      all.add(report + "&knownFrom=2026-01-01T00:00:00Z&from=" + odd + "&to=" + odd);
      if (!odd.isEmpty()) {
        all.add("/periods/" + odd);
        all.add("/periods/" + odd + "/statements");
        all.add("/periods/2026-01/statements/" + odd);
        all.add("/audit/packages/" + odd);
        all.add("/audit/packages/" + odd + "/file");
        all.add("/donations/" + odd + "/receipt");
        all.add("/audit/findings/" + odd);
      }
      all.add("/periods?organisation=" + odd);
      all.add("/periods/2026-01?organisation=" + odd);
      all.add("/periods/9999?organisation=" + odd);
      all.add("/periods/2026-01/statements?organisation=" + odd);
      all.add("/periods/2026-01/statements?closing=" + odd);
      all.add("/periods/2026-01/statements/payouts?form=" + odd + "&people=" + odd);
    }
    return all;
  }

  private List<String> pages() {
    String range = "from=2026-01-01&to=2026-12-31";
    List<String> all = new ArrayList<>();
    for (String odd : OddAnswers.ODD) {
      for (String name : List.of("organisation", "fundId", "state", "severity", "cursor")) {
        all.add("/findings?" + name + "=" + odd);
        all.add("/findings/new?" + name + "=" + odd);
      }
      all.add("/findings/new?positions=" + odd + "&exceptionKind=" + odd + "&severity=" + odd);
      for (String name : List.of("kind", "fundId", "from", "to")) {
        all.add(
            "/audit/exceptions?" + range.replaceAll(name + "=[^&]*", "") + "&" + name + "=" + odd);
      }
      for (String name :
          List.of("of", "fundId", "organisation", "position", "size", "seed", "to")) {
        String base = "of=PAYOUTS&size=5&seed=s&organisation=x&" + range;
        all.add("/audit/samples?" + base.replaceAll(name + "=[^&]*", "") + "&" + name + "=" + odd);
      }
      for (String name : List.of("fund", "from", "to", "knownFrom", "knownTo", "cursor")) {
        all.add("/audit/corrections?fund=" + UUID.randomUUID() + "&" + name + "=" + odd);
      }
      all.add("/periods?organisation=" + odd);
      all.add("/periods/2026-01?organisation=" + odd);
      if (!odd.isEmpty()) {
        all.add("/periods/" + odd);
        all.add("/donations/" + odd + "/receipt");
        all.add("/payouts/" + odd + "/receipt");
        all.add("/findings/" + odd);
      }
    }
    return all;
  }
}
