package org.aidledger.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.imports.ImportPhase;
import org.aidledger.api.imports.ImportState;
import org.aidledger.core.account.Role;
import org.aidledger.core.fund.FundState;
import org.aidledger.core.payout.PayoutState;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.junit.jupiter.api.Test;

/** The two languages stay in step with the codes and with each other. */
class ProblemTextsTest {

  private static final Pattern FACT = Pattern.compile("\\{([A-Za-z]+)}");

  private final ProblemTexts texts = new ProblemTexts();

  @Test
  void everyCodeHasATitleAndADetailInBothLanguagesAndNoTextIsLeftOver() {
    Set<String> expected = new TreeSet<>();
    codes().forEach(code -> expected.addAll(List.of(code + ".title", code + ".detail")));

    for (Locale language : ProblemTexts.LANGUAGES) {
      Set<String> written =
          texts.keys(language).stream()
              .filter(key -> !key.startsWith("word."))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(written).as(language.toString()).isEqualTo(expected);
    }
  }

  @Test
  void codesOfTheDomainAndOfTheEdgeDoNotCollide() {
    assertThat(codes()).doesNotHaveDuplicates();
  }

  @Test
  void wordsAreThereForEveryRoleAndState() {
    List<String> words =
        Stream.of(
                Arrays.stream(Role.values()).map(r -> "word.role." + r),
                Arrays.stream(FundState.values()).map(s -> "word.state." + s),
                Arrays.stream(PayoutState.values()).map(s -> "word.state." + s))
            .flatMap(s -> s)
            .toList();

    assertThat(texts.keys(Locale.CHINESE)).containsAll(words);
    assertThat(texts.keys(Locale.ENGLISH)).isEqualTo(texts.keys(Locale.CHINESE));
  }

  @Test
  void bothLanguagesTellTheSameFacts() {
    for (String key : texts.keys(Locale.CHINESE)) {
      assertThat(facts(texts.text(key, Locale.ENGLISH)))
          .as(key)
          .isEqualTo(facts(texts.text(key, Locale.CHINESE)));
    }
  }

  @Test
  void chineseIsWrittenWithChinesePunctuation() {
    for (String key : texts.keys(Locale.CHINESE)) {
      if (key.endsWith(".detail")) {
        assertThat(texts.text(key, Locale.CHINESE))
            .as(key)
            .endsWith("。")
            .doesNotContain("; ", "? ");
      }
    }
  }

  @Test
  void aPartThatNamesAMissingFactIsLeftOut() {
    Refused bare = new Refused(RuleCode.REFERENCE_CONFLICT);
    Refused full = new Refused(RuleCode.REFERENCE_CONFLICT, Map.of("reference", "$1\\A"));

    assertThat(texts.detail(bare, Locale.ENGLISH))
        .startsWith("The reference is recorded already, with other content.");
    assertThat(texts.detail(full, Locale.ENGLISH))
        .startsWith("The reference $1\\A is recorded already, with other content.");
  }

  @Test
  void noFactLeavesAHoleInAnyText() {
    for (RuleCode code : RuleCode.values()) {
      String text = texts.detail(new Refused(code), Locale.ENGLISH);
      assertThat(text).as(code.name()).doesNotContain("[", "]", "{", "}", "  ", " .", " ,");
    }
  }

  @Test
  void rolesAndStatesAreWordsOfTheLanguage() {
    Refused missing = new Refused(RuleCode.ROLE_MISSING, Map.of("needed", "FINANCE,ADMIN"));

    assertThat(texts.detail(missing, Locale.CHINESE)).contains("需要：财务、管理员");
    assertThat(texts.detail(missing, Locale.ENGLISH)).contains("it takes: finance, administrator");
  }

  @Test
  void whereAnImportStandsIsSaidInTheWordsOfTheLanguage() {
    for (ImportState state : ImportState.values()) {
      for (ImportPhase phase : ImportPhase.values()) {
        Problem problem =
            new ApiProblem(
                    ApiCode.IMPORT_STATE,
                    null,
                    Map.of("importState", state.name(), "importPhase", phase.name()))
                .problem();
        assertThat(texts.detail(problem, Locale.CHINESE)).doesNotContainPattern("[A-Z]");
        assertThat(texts.detail(problem, Locale.ENGLISH)).doesNotContainPattern("[A-Z]{2}");
      }
    }
  }

  @Test
  void theLanguageIsChineseUnlessTheClientPrefersEnglish() {
    assertThat(ProblemTexts.language(null)).isEqualTo(Locale.CHINESE);
    assertThat(ProblemTexts.language("en-US,en;q=0.9")).isEqualTo(Locale.ENGLISH);
    assertThat(ProblemTexts.language("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Locale.CHINESE);
    assertThat(ProblemTexts.language("de, en;q=0.5")).isEqualTo(Locale.ENGLISH);
    assertThat(ProblemTexts.language("*")).isEqualTo(Locale.CHINESE);
    assertThat(ProblemTexts.language("fr")).isEqualTo(Locale.CHINESE);
    assertThat(ProblemTexts.language(";;;q=")).isEqualTo(Locale.CHINESE);
  }

  private static List<String> codes() {
    return Stream.concat(
            Arrays.stream(ApiCode.values()).map(Enum::name),
            Arrays.stream(RuleCode.values()).map(Enum::name))
        .toList();
  }

  private static Set<String> facts(String text) {
    return FACT.matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
