package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lines of a roster that may be in the book already, under the name of another roster. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class SuspectedDuplicatesTest {

  private static final String DAY = "2026-05-18";

  /** A day on which so much is given that short rosters are not compared with all of it. */
  private static final String CROWDED = "2026-05-28";

  private static final int CROWD = 25_000;

  private static final AtomicBoolean CAME = new AtomicBoolean();

  private final RunningLedger ledger;
  private final Desk desk;
  private final ImportClient finance;
  private final String fund;

  SuspectedDuplicatesTest(RunningLedger ledger) {
    this.ledger = ledger;
    desk = ledger.desk("finance");
    finance = new ImportClient(desk);
    fund = fund();
  }

  private String fund() {
    String code = "SD" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    return desk.order(201, "/funds", Bodies.fund(code)).path("fundId").asString();
  }

  /** A line; the people of each test are known to no other, by their unit. */
  private String line(String name, String staff, String amount, String day) {
    return "%s,第%s公司,%s,%s,%s".formatted(name, fund, staff, amount, day);
  }

  private static byte[] roster(List<String> lines) {
    String text = "姓名,单位,工号,金额,日期\n" + String.join("\n", lines) + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Has many others give on the crowded day, to a fund of their own. */
  private void crowd(String day) {
    if (!day.equals(CROWDED) || CAME.getAndSet(true)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      lines.add(line("王五", "C" + i, "10.00", day));
    }
    String others = fund();
    JsonNode posted = finance.imported(others, "C" + others, "c.csv", roster(lines));
    assertThat(posted.path("recorded").asInt()).as(posted.toString()).isEqualTo(CROWD);
  }

  /** Records the lines; the donations in their order. */
  private List<String> given(String batch, String... lines) {
    JsonNode posted = finance.imported(fund, batch + fund, "a.csv", roster(List.of(lines)));
    assertThat(posted.path("recorded").asInt()).as(posted.toString()).isEqualTo(lines.length);
    assertThat(posted.path("suspectedDuplicates").asInt()).as(posted.toString()).isZero();
    List<String> donations = new ArrayList<>();
    finance
        .lines(posted.path("importId").asString(), "RECORDED")
        .forEach(recorded -> donations.add(recorded.path("donationId").asString()));
    return donations;
  }

  /** What each line of the roster is suspected of, nothing but the lines that are. */
  private Map<Integer, String> suspected(String fundId, List<String> lines) {
    JsonNode checked =
        finance.rested(
            finance.start(fundId, "?batch=" + UUID.randomUUID(), "b.csv", roster(lines)));
    assertThat(checked.path("phase").asString()).as(checked.toString()).isEqualTo("CHECKED");
    assertThat(checked.path("lines").asInt()).isEqualTo(lines.size());
    Map<Integer, String> suspects = new TreeMap<>();
    finance
        .lines(checked.path("importId").asString(), "SUSPECTED")
        .forEach(l -> suspects.put(l.path("line").asInt(), l.path("suspect").asString()));
    assertThat(checked.path("suspectedDuplicates").asInt()).isEqualTo(suspects.size());
    return suspects;
  }

  @ParameterizedTest
  @ValueSource(strings = {DAY, CROWDED})
  void theSameNumberAmountAndDayAreSuspectedWhateverTheName(String day) {
    crowd(day);
    List<String> gifts = given("A", line("张三", "G1", "10.00", day), line("李四", "G2", "20.00", day));
    assertThat(
            suspected(
                fund,
                List.of(
                    line("张叁", "G1", "10.00", day),
                    line("张三", "G1", "20.00", day),
                    line("李四", "G2", "20.01", day),
                    line("李四", "G2", "20.00", "2026-05-19"),
                    line("王五", "G3", "20.00", day))))
        .containsExactly(Map.entry(2, "donation:" + gifts.get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {DAY, CROWDED})
  void theSameNameIsSuspectedUnlessBothHaveNumbers(String day) {
    crowd(day);
    List<String> gifts = given("A", line("张三", "G1", "10.00", day), line("李四", "", "20.00", day));
    assertThat(
            suspected(
                fund,
                List.of(
                    line("张三", "", "10.00", day),
                    line("张三", "G9", "10.00", day),
                    line("李四", "G8", "20.00", day),
                    line("李四", "", "10.00", day),
                    line("王五", "", "20.00", day))))
        .containsExactly(
            Map.entry(2, "donation:" + gifts.get(0)), Map.entry(4, "donation:" + gifts.get(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {DAY, CROWDED})
  void whatAnotherFundWasGivenOrWhatWasReversedIsNotSuspected(String day) {
    crowd(day);
    List<String> gifts = given("A", line("张三", "G1", "10.00", day), line("李四", "", "20.00", day));
    List<String> same = List.of(line("张三", "G1", "10.00", day), line("李四", "", "20.00", day));
    assertThat(suspected(fund, same)).hasSize(2);
    assertThat(suspected(fund(), same)).isEmpty();
    for (String gift : gifts) {
      ledger
          .desk("finance2")
          .order(200, "/donations/" + gift + "/reversal", Map.of("reason", "重复入账"));
    }
    assertThat(suspected(fund, same)).isEmpty();
  }

  @Test
  void aRosterOfNamesSentTwiceIsSuspectedLineByLine() {
    // Lines that are the same in all count as often as they stand there.
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add(line("张三" + "甲乙丙丁".charAt(i % 4), "", 10 + i % 3 + ".00", DAY));
    }
    List<String> gifts = given("A", lines.toArray(String[]::new));
    Map<Integer, String> suspects = suspected(fund, lines);
    assertThat(suspects).hasSize(40);
    suspects.forEach(
        (number, suspect) -> {
          int gift = gifts.indexOf(suspect.replace("donation:", ""));
          assertThat(lines.get(gift)).isEqualTo(lines.get(number - 2));
        });
  }

  @Test
  void donationsThatTheRosterLostAreNamedAndThoseOfOtherRostersAreNot() {
    given("A", line("张三", "G1", "10.00", DAY), line("李四", "G2", "20.00", DAY));
    given("B", line("王五", "G3", "30.00", DAY));
    JsonNode checked =
        finance.rested(
            finance.start(
                fund,
                "?batch=A" + fund,
                "a2.csv",
                roster(List.of(line("李四", "G2", "20.00", DAY)))));
    assertThat(checked.path("alreadyRecorded").asInt()).as(checked.toString()).isEqualTo(1);
    assertThat(checked.path("gone").asInt()).as(checked.toString()).isEqualTo(1);
    assertThat(checked.path("goneTotal").asString()).isEqualTo("10.00");
  }
}
