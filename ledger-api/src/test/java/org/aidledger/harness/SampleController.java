package org.aidledger.harness;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Reading;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ProblemTexts;
import org.aidledger.api.security.AnyRole;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A controller as the domain's are, one method for each way in which a request can end. */
@RestController
@RequestMapping("/api/v1/samples")
public class SampleController {

  record DonationBody(String reference, String amount, LocalDate receivedOn, Channel channel) {}

  record BatchBody(List<DonationBody> donations) {}

  record Donation(String reference, String amount, LocalDate receivedOn, Channel channel) {}

  private final ProblemTexts texts;

  SampleController(ProblemTexts texts) {
    this.texts = texts;
  }

  @PostMapping("/{fundId}/donations")
  @RequiresRole(Role.FINANCE)
  Donation record(@PathVariable FundId fundId, @JsonBody(DonationBody.class) Shape body) {
    return body.read(SampleController::donation);
  }

  @PostMapping("/{fundId}/donations/batch")
  @RequiresRole(Role.FINANCE)
  Map<String, Object> batch(
      @PathVariable FundId fundId,
      @JsonBody(value = BatchBody.class, maxBytes = JsonBody.BATCH) Shape body) {
    List<Shape> lines = body.read(b -> b.objects("donations", 1, 10_000));
    List<Map<String, Object>> refused = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      switch (lines.get(i).tryRead(SampleController::donation)) {
        case Reading.Read<Donation> _ -> {}
        case Reading.Unreadable<Donation>(var problem) ->
            refused.add(
                Map.of(
                    "index", i,
                    "code", problem.code(),
                    "message", texts.detail(problem, Locale.CHINESE)));
      }
    }
    return Map.of("recorded", lines.size() - refused.size(), "refused", refused);
  }

  private static Donation donation(Shape line) {
    return new Donation(
        line.text("reference", 100),
        line.amount("amount", Currency.getInstance("CNY")).toDecimal(),
        line.day("receivedOn"),
        line.choice("channel", Channel.class));
  }

  @GetMapping("/failures/{kind}")
  @AnyRole
  String fail(@PathVariable String kind) {
    throw switch (kind) {
      case "refused" ->
          new Refused(RuleCode.INSUFFICIENT_FUNDS, Map.of("available", "10.00", "needed", "25.50"));
      case "unknown" -> new AggregateNotFoundException("x", "no such aggregate");
      case "database" -> new DataAccessResourceFailureException("connection of 张三 lost");
      default -> new IllegalStateException("a value of 张三 that must not be told");
    };
  }

  @GetMapping("/numbers")
  @AnyRole
  int number(@RequestParam int limit) {
    return limit;
  }

  @GetMapping("/actor")
  @AnyRole
  String actor(Actor actor) {
    return actor.accountId() + " " + actor.roles();
  }

  /** Declares nothing, so nobody may call it. */
  @GetMapping("/undeclared")
  String undeclared() {
    return "never";
  }
}
