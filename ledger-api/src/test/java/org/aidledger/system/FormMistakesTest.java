package org.aidledger.system;

import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aidledger.harness.Client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever leaves fields empty and writes nonsense into others is told of all of them at once. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class FormMistakesTest {

  private static final Pattern SUMMARY =
      Pattern.compile("<div[^>]*data-summary.*?</div>", Pattern.DOTALL);
  private static final Pattern BLAMED = Pattern.compile("href=\"#f-([A-Za-z-]+)\"");

  private final PageClient finance;
  private final String fund;

  FormMistakesTest(RunningLedger ledger) {
    finance = PageClient.signIn(ledger.port(), "finance");
    String code = "MISTAKES." + UUID.randomUUID();
    fund = ledger.desk("finance").order(201, "/funds", fund(code)).path("fundId").asString();
    // Pages show a fund once the read models have it, and a desk waits for what it wrote.
    var _ = ledger.desk("finance").read("/funds/" + fund);
  }

  @Test
  void anEntryIsMendedInOneGo() {
    Answer again =
        finance.post(
            "/funds/" + fund + "/income",
            Map.of("category", "", "amount", "abc", "effectiveOn", "2026-02-30", "reference", ""));
    assertThat(blamed(again))
        .containsExactlyInAnyOrder("category", "amount", "effectiveOn", "reference");
  }

  @Test
  void aDonationIsMendedInOneGo() {
    Answer again =
        finance.post(
            "/desk",
            Map.of(
                "_fund", fund,
                "donor.name", "",
                "amount", "-1",
                "receivedOn", "昨天",
                "channel", "CASH",
                "reference", ""));
    assertThat(blamed(again))
        .containsExactlyInAnyOrder("donor-name", "amount", "receivedOn", "reference");
  }

  @Test
  void aPayoutIsMendedInOneGo() {
    Answer again =
        finance.post(
            "/payouts/new",
            Map.of(
                "fundId", fund, "payee.name", "", "amount", "一百二", "reference", "", "purpose", ""));
    assertThat(blamed(again))
        .containsExactlyInAnyOrder("payee-name", "amount", "reference", "purpose");
  }

  @Test
  void whereNothingIsMissingAllThatCannotBeReadIsNamed() {
    Answer again =
        finance.post(
            "/funds/" + fund + "/expense",
            Map.of(
                "category", "BANK_FEE",
                "amount", "1.2.3",
                "effectiveOn", "2999-01-01",
                "reference", "MISTAKES-1"));
    assertThat(blamed(again)).containsExactlyInAnyOrder("amount", "effectiveOn");
  }

  private static List<String> blamed(Answer page) {
    assertThat(page.status()).isEqualTo(422);
    return SUMMARY
        .matcher(page.text())
        .results()
        .flatMap(summary -> BLAMED.matcher(summary.group()).results())
        .map(link -> link.group(1))
        .toList();
  }
}
