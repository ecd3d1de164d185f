package org.aidledger.api.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** What the pages say, to whom, and to strange requests. */
class PagesTest {

  private static final String FUND = "/funds/" + Story.MUTUAL_AID;
  private static final Pattern ENTRY = Pattern.compile("class=\"number entry\"[^>]*>(\\d+)<");
  private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");

  private static final Pattern DOWNLOAD =
      Pattern.compile("href=\"/api/v1/funds/[^\"]*/trail.csv\\?([^\"]+)\"");

  private final PagesServer server = PagesServer.shared();

  @Test
  void whoIsNotSignedInSeesTheFormAlone() {
    Visitor nobody = new Visitor(server);
    assertThat(nobody.get("/").uri().getPath()).isEqualTo("/login");
    assertThat(nobody.get(FUND).body()).doesNotContain("爱心互助基金");
    assertThat(nobody.get("/live/balances").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void theFormSaysWhatHappened() {
    Visitor visitor = new Visitor(server);
    assertThat(Visitor.words(visitor.signIn("finance", "wrong"))).contains("用户名或密码不正确");
    assertThat(visitor.words("/login?throttled")).contains("登录失败次数过多");
    assertThat(visitor.words("/login?expired")).contains("登录已失效");
    assertThat(visitor.words("/login?logout")).contains("您已退出登录");
    assertThat(visitor.signIn("finance", PagesApplication.PASSWORD).uri().getPath()).isEqualTo("/");
    assertThat(visitor.get("/login").uri().getPath()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"finance", "approver", "cashier", "auditor"})
  void whoWorksOnTheBookOrChecksItSeesTheTrail(String name) {
    String page = Visitor.as(name, server).get(FUND).body();
    assertThat(page).contains("审计轨迹", "trail.csv", "?group=RECEIVED#trail", "李娜");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "admin"})
  void whoOnlySeesBalancesSeesNoTrailAndNoNames(String name) {
    Visitor visitor = Visitor.as(name, server);
    for (String path : List.of(FUND, FUND + "?group=RECEIVED&all=1")) {
      assertThat(visitor.get(path).body())
          .contains("1,640,131.20", "查询过去的余额", "条款变更等待第二人确认")
          .doesNotContain("审计轨迹", "trail.csv", "#trail", "李娜", "职代会", "SJ-0009");
    }
  }

  @Test
  void figuresAreThoseOfTheBook() {
    String page = Visitor.as("viewer", server).words("/");
    assertThat(page)
        .contains("全部资金可用余额（元） 2,024,131.20 共 4 项资金")
        .contains("金秋助学 JQ-2025 正常 372,000.00 4,000.00 2026-05-19 16:06")
        .contains("困难女童补助 NT-2025 已冻结 12,000.00")
        .contains("近 12 个月收入 987,907.70 元，支出 240,076.50 元，收大于支 747,831.20 元");
  }

  @Test
  void namesRunNowhere() {
    String page = Visitor.as("auditor", server).get(FUND).body();
    assertThat(page)
        .contains("&lt;script&gt;alert", "drop table fund", "&lt;b&gt;录入&lt;/b&gt;")
        .doesNotContain("<script>alert", "<b>录入");
  }

  @Test
  void chineseIsSpokenUntilEnglishIsChosen() {
    Visitor visitor = Visitor.as("auditor", server);
    assertThat(visitor.get("/", "Accept-Language", "en").body()).contains("lang=\"zh-CN\"");
    assertThat(visitor.get("/?lang=fr").body()).contains("lang=\"zh-CN\"");
    HttpResponse<String> english = visitor.get("/?lang=en");
    assertThat(english.body()).contains("<html lang=\"en\"", "href=\"/?lang=zh\"");
    assertThat(english.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).contains("lang=en", "SameSite=Lax", "Path=/"));
    assertThat(visitor.words(FUND)).contains("Audit trail").doesNotContain("审计轨迹");
    assertThat(visitor.get(FUND + "?group=PAID&minAmount=5").body())
        .contains("?group=PAID&amp;minAmount=5&amp;lang=zh");
  }

  @Test
  void theTrailIsReadPageByPageWithoutGapOrRepetition() {
    Visitor visitor = Visitor.as("auditor", server);
    List<Integer> numbers = new ArrayList<>();
    String path = FUND + "?order=oldest";
    while (path != null) {
      String page = visitor.get(path).body();
      ENTRY.matcher(page).results().forEach(hit -> numbers.add(Integer.valueOf(hit.group(1))));
      Matcher next = NEXT.matcher(page);
      path = next.find() ? next.group(1).replace("&amp;", "&").replace("#trail", "") : null;
    }
    assertThat(numbers).hasSizeGreaterThan(50);
    for (int i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(i + 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "group=OTHER_EXPENSE; 3",
        "group=TRANSFERRED_IN; 1",
        "group=RECEIVED&effectiveFrom=2026-05-18&effectiveTo=2026-05-18; 9",
        "minAmount=150,304.46&maxAmount=150304.46; 1",
        "group=PAID&effectiveTo=2025-08-31; 3",
        "group=REFUNDED; 0"
      })
  void filtersLetThroughWhatIsAskedFor(String filter, int lines) {
    HttpResponse<String> page = Visitor.as("auditor", server).get(FUND + "?" + filter);
    assertThat(ENTRY.matcher(page.body()).results().count()).isEqualTo(lines);
    assertThat(page.body().contains("没有符合条件的记录")).isEqualTo(lines == 0);
    Matcher download = DOWNLOAD.matcher(page.body());
    assertThat(download.find()).isTrue();
    assertThat(
            List.of(
                UriUtils.decode(HtmlUtils.htmlUnescape(download.group(1)), UTF_8).split("&", -1)))
        .contains(filter.split("&", -1))
        .contains("lang=zh");
  }

  @ParameterizedTest
  @CsvSource({
    "effectiveFrom=2026-02-30, 业务日期“从”：请填写日期",
    "effectiveFrom=2026-05-02&effectiveTo=2026-05-01, 且不早于“从”",
    "minAmount=-5, 金额“从”：请填写大于零的金额",
    "minAmount=5&maxAmount=4, 且不小于“从”",
    "group=ALL, 类别：请从列表中选择",
    "cursor=x, 网址中的页码有误"
  })
  void aFilterThatCannotBeReadIsNamedAndLetsNothingPass(String filter, String message) {
    HttpResponse<String> page = Visitor.as("auditor", server).get(FUND + "?" + filter);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Visitor.words(page)).contains("请先改正以下内容", message);
    assertThat(ENTRY.matcher(page.body()).results().count()).isZero();
    assertThat(page.body()).doesNotContain("trail.csv");
  }

  @Test
  void whatMovesNoMoneyIsListedWhenAskedFor() {
    Visitor visitor = Visitor.as("auditor", server);
    assertThat(visitor.words(FUND)).doesNotContain("批次过账", "申请发放");
    assertThat(visitor.words(FUND + "?all=1")).contains("批次过账", "申请发放");
    assertThat(visitor.words(FUND + "?group=TERMS")).contains("开立资金", "提出变更条款");
    assertThat(visitor.words(FUND + "?group=CONTROL_TOTALS")).contains("批次过账");
  }

  @Test
  void thePastIsAnsweredAsItWasAndAsItWasKnown() {
    Visitor visitor = Visitor.as("viewer", server);
    assertThat(visitor.words(FUND + "?effectiveOn=2025-05-31"))
        .contains("业务日期截至 2025‑05‑31 的余额 1,284,500.00 元");
    assertThat(visitor.words(FUND + "?recordedBy=2020-01-01T00:00"))
        .contains("2020‑01‑01 00:00:00 时账上所记的余额 0.00 元", "当时账簿中还没有任何记录");
    assertThat(visitor.words(FUND + "?effectiveOn=2025-05-31&recordedBy=2020-01-01T00:00"))
        .contains("业务日期截至 2025‑05‑31、按 2020‑01‑01 00:00:00 时账上所记的余额 0.00 元");
    assertThat(visitor.words(FUND + "?effectiveOn=2026-05-21")).contains("请填写今天或以前的日期");
    assertThat(visitor.words(FUND + "?effectiveOn=yesterday")).contains("请填写今天或以前的日期");
    assertThat(visitor.words(FUND + "?recordedBy=2026-05-20T10:01")).contains("请填写现在以前的日期和时间");
  }

  @Test
  void closedFundsSayWhereTheRestWent() {
    assertThat(Visitor.as("viewer", server).words("/funds/" + Story.OLD))
        .contains("这项资金已关闭，不再记账。 余额已结转至： 爱心互助基金");
  }

  @ParameterizedTest
  @CsvSource({
    "/funds/none, 404, 找不到这个页面",
    "/funds/00000000-0000-0000-0000-000000000000, 404, 找不到这个页面",
    "/nowhere, 404, 找不到这个页面",
    "/?cursor=x, 400, 无法处理这个请求"
  })
  void strangeAddressesAreAnsweredInWords(String path, int status, String title) {
    HttpResponse<String> page = Visitor.as("viewer", server).get(path);
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(Visitor.words(page)).contains(title, "回到资金总览", "viewer 查看");
  }

  @Test
  void aFormWithoutItsTokenIsRefusedInWords() {
    HttpResponse<String> page = Visitor.as("viewer", server).post("/logout", "");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(Visitor.words(page)).contains("没有权限");
  }

  @ParameterizedTest
  @CsvSource({
    "/assets/app.css, no-cache",
    "/assets/live.js, no-cache",
    "/assets/months.js, no-cache",
    "/assets/icon.svg, no-cache",
    "/assets/chartjs/4.5.1/chart.umd.min.js, immutable"
  })
  void everyFileOfThePagesIsServedFromHere(String path, String caching) {
    HttpResponse<String> file = new Visitor(server).get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains(caching);
  }

  @Test
  void pagesAreSmallAndHaveNothingInline() {
    Visitor visitor = Visitor.as("auditor", server);
    for (String path : List.of("/", FUND, FUND + "?all=1")) {
      String page = visitor.get(path).body();
      assertThat(page.length()).isLessThan(100_000);
      assertThat(page).doesNotContain(" style=", "<style", " onclick=").doesNotContain("th:");
      assertThat(Pattern.compile("<script(?![^>]* src=\"/assets/)").matcher(page).find()).isFalse();
    }
  }
}
