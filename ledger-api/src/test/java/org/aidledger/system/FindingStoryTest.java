package org.aidledger.system;

import static org.aidledger.system.Bodies.anonymous;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An auditor finds something, finance staff answer, the auditor closes it: over REST. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class FindingStoryTest {

  private final RunningLedger ledger;

  FindingStoryTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void aFindingGoesItsWayAndEveryStepIsKept() {
    Desk auditor = ledger.desk("auditor");
    Desk finance = ledger.desk("finance");
    String fundId = finance.order(201, "/funds", fund("FINDING.1")).path("fundId").asString();
    finance.order(201, "/funds/" + fundId + "/donations", anonymous("FINDING-1", "10.00"));
    String id =
        auditor
            .order(
                201,
                "/audit/findings",
                Map.of(
                    "fundId",
                    fundId,
                    "severity",
                    "HIGH",
                    "exceptionKind",
                    "OFF_HOURS",
                    "positions",
                    List.of(3, 2, 3),
                    "text",
                    "张三的收据缺号"))
            .path("findingId")
            .asString();
    String one = "/audit/findings/" + id;
    assertThat(auditor.refused(409, one + "/closure", Map.of("conclusion", "相符")))
        .isEqualTo("FINDING_STATE");
    finance.order(200, one + "/answers", Map.of("answer", "已补收据"));
    finance.order(200, one + "/answers", Map.of("answer", "并已更正台账"));
    auditor.order(200, one + "/closure", Map.of("conclusion", "收据相符"));
    assertThat(finance.refused(409, one + "/answers", Map.of("answer", "再补充")))
        .isEqualTo("FINDING_STATE");

    JsonNode found = finance.read(one);
    assertThat(found.path("state").asString()).isEqualTo("CLOSED");
    assertThat(found.path("organisation").asString()).isNotEmpty();
    assertThat(found.path("exceptionKind").asString()).isEqualTo("OFF_HOURS");
    assertThat(found.path("positions").valueStream().map(JsonNode::asLong)).containsExactly(2L, 3L);
    assertThat(found.path("text").asString()).isEqualTo("张三的收据缺号");
    assertThat(found.path("steps").valueStream().map(step -> step.path("text").asString()))
        .containsExactly("张三的收据缺号", "已补收据", "并已更正台账", "收据相符");
  }

  @Test
  void findingsAreListedInPagesByWhatTheyAreAbout() {
    Desk auditor = ledger.desk("auditor");
    String fundId =
        ledger.desk("finance").order(201, "/funds", fund("FINDING.2")).path("fundId").asString();
    Map<String, Object> about = Map.of("fundId", fundId, "severity", "LOW", "text", "一");
    for (String severity : List.of("LOW", "HIGH", "LOW")) {
      auditor.order(201, "/audit/findings", with(about, "severity", severity));
    }
    assertThat(auditor.items("/audit/findings?fundId=" + fundId, 1)).hasSize(3);
    assertThat(auditor.items("/audit/findings?severity=LOW&state=RAISED&fundId=" + fundId, 100))
        .hasSize(2);
    assertThat(auditor.get("/audit/findings?state=LOST").problem()).startsWith("VALUE_NOT_ALLOWED");
  }

  @Test
  void whatCannotBeIsRefused() {
    Desk auditor = ledger.desk("auditor");
    Map<String, Object> body = Map.of("severity", "LOW", "text", "一");
    assertThat(auditor.refused(400, "/audit/findings", body))
        .isEqualTo("FIELD_MISSING organisation");
    auditor.refused(404, "/audit/findings", with(body, "organisation", "没有这个单位"));
    assertThat(
            auditor.refused(
                400,
                "/audit/findings",
                with(with(body, "fundId", someFund()), "positions", List.of(999_999_999_999L))))
        .isEqualTo("NUMBER_OUT_OF_RANGE positions");
    assertThat(
            auditor.refused(
                400,
                "/audit/findings",
                with(with(body, "fundId", someFund()), "positions", List.of("a"))))
        .startsWith("WRONG_TYPE positions");
    ledger
        .desk("finance")
        .refused(
            404,
            "/audit/findings/00000000-0000-4000-8000-000000000000/answers",
            Map.of("answer", "一"));
  }

  private String someFund() {
    return ledger.desk("auditor").read("/funds").path("items").path(0).path("fundId").asString();
  }
}
