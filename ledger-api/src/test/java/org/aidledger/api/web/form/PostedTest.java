package org.aidledger.api.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.api.problem.ApiProblem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What was typed into a form, read as REST reads a body. */
class PostedTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

  private static Posted posted(Map<String, List<String>> fields) {
    return new Posted(new MockHttpServletRequest(), fields, TODAY);
  }

  private static Posted one(String name, String value) {
    return posted(Map.of(name, List.of(value)));
  }

  @Test
  void amountsAndDaysAreReadAsPeopleTypeThem() {
    Posted posted =
        posted(Map.of("amount", List.of("￥1，234.5元"), "receivedOn", List.of("2026年5月9日")));
    posted.amounts("amount").days("receivedOn");

    assertThat(posted.shape().amount("amount", Currency.getInstance("CNY")).minor())
        .isEqualTo(123_450);
    assertThat(posted.shape().day("receivedOn")).isEqualTo(LocalDate.of(2026, 5, 9));
    assertThat(posted.value("receivedOn")).as("shown again as typed").isEqualTo("2026年5月9日");
  }

  @Test
  void aClosedPeriodIsSaidBesideTheDay() {
    assertThat(BlamedField.of("PERIOD_CLOSED", one("receivedOn", "2026-05-19")))
        .isEqualTo("receivedOn");
    assertThat(BlamedField.of("PERIOD_CLOSED", one("paidOn", "2026-05-19"))).isEqualTo("paidOn");
    assertThat(BlamedField.of("PERIOD_CLOSED", one("reason", "x"))).isEmpty();
  }

  @Test
  void aDayThatMayMeanTwoThingsIsRefused() {
    Posted posted = one("receivedOn", "05/09/2026").days("receivedOn");

    assertThat(wrong(posted::shape)).containsExactly("receivedOn DATE_MALFORMED");
  }

  @Test
  void whatBelongsToThePageReachesNoReader() {
    Posted posted =
        posted(Map.of("_key", List.of("k"), "_fund", List.of("f"), "reason", List.of("x")));

    assertThat(posted.<String>read(body -> body.text("reason", 10))).isEqualTo("x");
    assertThat(posted.key()).isEqualTo("k");
    assertThat(posted.value("_fund")).isEqualTo("f");
  }

  @Test
  void whatStayedAsItWasIsLeftOut() {
    Posted same = one("amount", "1,234.50").amounts("amount").dropUnchanged("amount", "1234.50");
    Posted other = one("amount", "1,234.51").amounts("amount").dropUnchanged("amount", "1234.50");

    assertThat(same.shape().has("amount")).isFalse();
    assertThat(other.shape().has("amount")).isTrue();
  }

  @Test
  void allThatIsMissingIsSaidAtOnce() {
    assertThat(wrong(() -> one("a", " ").require("b", "a")))
        .containsExactly("a FIELD_MISSING", "b FIELD_MISSING");
  }

  @Test
  void whatIsMissingAndWhatCannotBeReadIsSaidAtOnceInTheOrderOfThePage() {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    typed.put("receivedOn", List.of("2026-02-30"));
    typed.put("reference", List.of(" "));
    typed.put("amount", List.of("many"));
    typed.put("bookedOn", List.of("2026-05-21"));
    Posted posted =
        posted(typed).amounts("amount", "threshold").days("receivedOn", "bookedOn", "none");

    assertThat(wrong(() -> posted.require("amount", "channel", "reference", "receivedOn")))
        .containsExactly(
            "receivedOn DATE_MALFORMED",
            "reference FIELD_MISSING",
            "amount AMOUNT_NOT_A_NUMBER",
            "bookedOn DATE_IN_FUTURE",
            "channel FIELD_MISSING");
    assertThat(wrong(posted::shape))
        .as("nothing is required, and what cannot be read is still said")
        .containsExactly(
            "receivedOn DATE_MALFORMED", "amount AMOUNT_NOT_A_NUMBER", "bookedOn DATE_IN_FUTURE");
  }

  @Test
  void howFineAnAmountMayBeIsLeftToWhoKnowsTheCurrency() {
    Posted posted = one("amount", "1.234").amounts("amount");

    assertThat(posted.shape().amount("amount", Currency.getInstance("KWD")).toDecimal())
        .isEqualTo("1.234");
    assertThat(
            catchThrowableOfType(
                    ApiProblem.class,
                    () -> posted.shape().amount("amount", Currency.getInstance("CNY")))
                .problem()
                .code())
        .isEqualTo("AMOUNT_TOO_FINE");
  }

  @Test
  void whatIsLeftOutIsNotLookedAt() {
    assertThat(one("amount", "x").amounts("amount").drop("amount").shape().has("amount")).isFalse();
  }

  private static List<String> wrong(ThrowingCallable reading) {
    return catchThrowableOfType(FormProblems.class, reading).problems().stream()
        .map(problem -> problem.field() + " " + problem.code())
        .toList();
  }
}
