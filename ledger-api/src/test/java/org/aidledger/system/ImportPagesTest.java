package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.api.web.browser.Browser;
import org.aidledger.api.web.browser.Pictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Imports as finance staff do them, in a real browser on the real application. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class ImportPagesTest {

  private static Browser browser;

  private final RunningLedger ledger;

  ImportPagesTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @Test
  void aRosterIsCheckedThenPostedWithItsTotalAndTheSecondTimeAddsNothing() {
    String fundId = fundId("IMPORT.PAGES");
    Page page = signedIn("finance", 1280);
    upload(page, fundId, sample("cixin-yirijuan-2026-payroll-gb18030.csv"));

    Locator said = page.locator("main .page > .box").first();
    assertThat(said).containsText("可以入账 496 笔");
    assertThat(said).containsText("4 行有错");
    assertThat(page.locator("main")).containsText("150,304.46");
    assertThat(page.locator("main")).containsText("人民币壹拾伍万零叁佰零肆元肆角陆分");
    checkBothLanguages(page, "dry-run");

    page.fill("input[name=controlTotal]", "150,304.45");
    page.click("form.panel button[type=submit]");
    assertThat(page.locator("[data-summary]")).containsText("150304.46");
    page.fill("input[name=controlTotal]", "￥150，304.46");
    page.press("input[name=controlTotal]", "Enter");

    assertThat(page.locator("main")).containsText("已入账 496 笔，150,304.46 元。4 行未入账，请下载修改后再导入。");
    assertThat(page.locator("a[download]")).hasCount(1);
    checkBothLanguages(page, "posted");

    upload(page, fundId, sample("cixin-yirijuan-2026-payroll-gb18030.csv"));
    page.fill("input[name=controlTotal]", "150304.46");
    page.press("input[name=controlTotal]", "Enter");
    assertThat(page.locator("main")).containsText("496 笔账上都已有，没有重复入账");
    assertThat(browser.complaints()).allMatch(text -> text.contains("422"));
  }

  @Test
  void columnsThatAreNotRecognisedAreChosenOnceAndRemembered(@TempDir Path folder)
      throws Exception {
    String fundId = fundId("IMPORT.COLUMNS");
    Path file = folder.resolve("奇怪的表头.csv");
    Files.writeString(file, "谁,给了多少,哪天\n张三,100,2026-05-19\n李四,200.50,2026/5/20\n合计,300.50,\n");
    Page page = signedIn("finance", 360);
    upload(page, fundId, file);

    page.click("a:has-text('指明各列的含义')");
    checkBothLanguages(page, "mapping");
    page.fill("input[name=headerLine]", "1");
    page.selectOption("select[name='columns.name']", "A");
    page.selectOption("select[name='columns.amount']", "B");
    page.selectOption("select[name='columns.day']", "C");
    page.click("main form.form button[type=submit]");
    assertThat(page.locator("main")).containsText("可以入账 2 笔");
    assertThat(page.locator("main")).containsText("300.50");

    Files.writeString(file, "谁,给了多少,哪天\n王五,10,2026-05-21\n");
    upload(page, fundId, file);
    assertThat(page.locator("main")).containsText("可以入账 1 笔");
    assertThat(page.locator("main")).containsText("沿用了以前为同样表头所做的选择");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void whatIsNoRosterIsRefusedInWords(@TempDir Path folder) throws Exception {
    String fundId = fundId("IMPORT.WRONG");
    Path file = folder.resolve("旧表.xls");
    Files.write(file, HexFormat.of().parseHex("d0cf11e0a1b11ae100000000"));
    Page page = signedIn("finance", 1280);
    page.navigate(at("/imports/new?fundId=" + fundId));
    checkBothLanguages(page, "new");
    page.click("main form.upload button[type=submit]");
    assertThat(page.locator("[data-upload-wrong]")).containsText("请选择一个文件");
    page.setInputFiles("#file", file);
    page.fill("#batch", "王小明 困难补助");
    List<String> addresses = new ArrayList<>();
    page.onRequest(request -> addresses.add(request.url()));
    page.press("#batch", "Enter");
    assertThat(page.locator("main")).containsText("旧版 xls 工作簿");
    assertThat(page.locator("main")).containsText("王小明 困难补助");
    org.assertj.core.api.Assertions.assertThat(addresses)
        .as("a name is sent in the body, never in an address")
        .noneMatch(address -> address.contains("batch") || address.contains("%E7%8E%8B"));
    checkBothLanguages(page, "failed");
  }

  @Test
  void whatIsGoneFromAMendedRosterIsListedWithAWayToEachEntry() {
    String fundId = fundId("IMPORT.GONE");
    ImportClient client = new ImportClient(ledger.desk("finance"));
    String head = "姓名,单位,工号,金额,日期\n张三,第一公司,G1,50.00,2026-05-18\n";
    String rest = "李四,第二公司,G2,20.00,2026-05-18\n王五,第二公司,G3,7.00,2026-05-18\n";
    client.imported(fundId, "gone", "g.csv", (head + rest).getBytes(StandardCharsets.UTF_8));
    String id =
        client
            .imported(
                fundId,
                "gone",
                "g2.csv",
                head.replace("50.00", "60.00").getBytes(StandardCharsets.UTF_8))
            .path("importId")
            .asString();
    Page page = signedIn("approver", 1280);
    page.navigate(at("/imports/" + id));
    assertThat(page.locator("main")).containsText("账上有而文件里没有：2 笔");
    assertThat(page.locator("main .page > .box").first()).containsText("没有新的捐款入账。1 行与账上不同");
    checkBothLanguages(page, "changed");
    page.click("a[href='/imports/" + id + "/gone']");
    assertThat(page.locator("tbody tr")).hasCount(2);
    checkBothLanguages(page, "gone");
    page.click("tbody tr:first-child a");
    assertThat(page.locator("main")).containsText("20.00");
    page.navigate(at("/imports/" + id + "/lines?status=CHANGED"));
    assertThat(page.locator(".downloads a[download]")).hasCount(2);
    checkBothLanguages(page, "lines");
    assertThat(browser.complaints()).isEmpty();

    Page own = signedIn("finance", 1280);
    own.navigate(at("/imports/" + id));
    assertThat(own.locator("button:has-text('确认这些更正')")).hasCount(0);
    page.navigate(at("/imports/" + id));
    assertThat(page.locator("section:has(#corrections) tbody")).containsText("等待确认");
    page.click("button:has-text('确认这些更正')");
    assertThat(page.locator(".flash")).isVisible();
    Desk finance = ledger.desk("finance");
    Waiting.until(
        "the correction is done and shows in the book",
        () ->
            finance.read("/imports/" + id + "/corrections").toString().contains("\"POSTED\"")
                && finance.read("/funds/" + fundId + "/balance").toString().contains("\"87.00\""));
    page.navigate(at("/imports/" + id));
    assertThat(page.locator("section:has(#corrections) tbody")).containsText("已更正");
    assertThat(page.locator("button:has-text('确认这些更正')")).hasCount(0);
    page.click("section:has(#corrections) tbody a");
    assertThat(page.locator("main")).containsText("60.00");
  }

  @Test
  void onePersonTwiceOnADayIsPutIntoOneEntryIfSoChosen(@TempDir Path folder) throws Exception {
    String fundId = fundId("IMPORT.TWICE");
    Path file = folder.resolve("两次.csv");
    Files.writeString(
        file,
        """
        姓名,单位,工号,金额,日期
        张三,第一公司,D1,10.00,2026-05-18
        张三,第一公司,D1,20.00,2026-05-18
        李四,第一公司,D2,5.00,2026-05-18
        """);
    Page page = signedIn("finance", 1280);
    upload(page, fundId, file);
    assertThat(page.locator("section:has(#repeated) tbody tr")).hasCount(2);
    page.fill("input[name=batch]", "两次");
    page.selectOption("select[name=duplicates]", "SUM");
    page.fill("input[name=controlTotal]", "35");
    page.press("input[name=controlTotal]", "Enter");
    assertThat(page.locator("main")).containsText("已入账 3 行，共 35.00 元；同一人同一天的行合并为一笔");
    Desk finance = ledger.desk("finance");
    String trail = "/funds/" + fundId + "/trail";
    Waiting.until("both entries show", () -> finance.read(trail).toString().contains("\"5.00\""));
    assertThat(finance.read(trail).toString())
        .contains("\"30.00\"")
        .doesNotContain("\"10.00\"")
        .doesNotContain("\"20.00\"");
  }

  @Test
  void aLongImportShowsHowFarItIsAndIsCancelledWithAClearState(@TempDir Path folder)
      throws Exception {
    String fundId = fundId("IMPORT.CANCEL");
    Path file = folder.resolve("很长.csv");
    StringBuilder roster = new StringBuilder("姓名,单位,工号,金额,日期\n");
    for (int i = 1; i <= 400_000; i++) {
      roster.append("职工,第").append(i % 50).append("公司,C").append(i).append(",1.00,2026-05-18\n");
    }
    Files.writeString(file, roster);
    Page page = signedIn("finance", 1280);
    page.navigate(at("/imports/new?fundId=" + fundId));
    page.setInputFiles("#file", file);
    page.fill("#batch", "很长");
    page.click("main form.upload button[type=submit]");
    page.waitForURL(url -> url.matches(".*/imports/[0-9a-f-]{36}.*"));
    assertThat(page.locator("[data-progress-text]"))
        .containsText(Pattern.compile("已完成 [0-9]+%：[0-9,]+ / [0-9,]+ 行，每秒 [0-9,]+ 行"));
    page.waitForFunction("document.querySelector('[data-progress] progress').value > 0");
    page.click("button:has-text('取消导入')");
    assertThat(page.locator("main h1 .badge")).hasText("已取消");
    assertThat(page.locator("main .page > .box").first()).containsText("已取消。取消前入账的 0 笔仍在账上");
    assertThat(page.locator("[data-progress]")).hasCount(0);
    checkBothLanguages(page, "cancelled");
  }

  @Test
  void whoMayNotImportSeesNoButtonAndIsRefused() {
    Page page = signedIn("auditor", 360);
    page.navigate(at("/imports"));
    assertThat(page.locator("a[href='/imports/new']")).hasCount(0);
    checkBothLanguages(page, "list");
    assertThat(page.navigate(at("/imports/new")).status()).isEqualTo(403);
    page.navigate(at("/imports"));
    String token = page.locator("input[name=_csrf]").first().inputValue();
    APIResponse refused =
        page.request()
            .post(
                at("/imports/018f3f7e-5c3b-7c1e-9b57-0f2d5c9a4e11/posting"),
                RequestOptions.create().setHeader("X-CSRF-TOKEN", token));
    assertThat(refused.status()).isEqualTo(403);

    Page viewer = signedIn("viewer", 1280);
    assertThat(viewer.locator("a[href='/imports']")).hasCount(0);
    assertThat(viewer.navigate(at("/imports")).status()).isEqualTo(403);
    var _ = browser.complaints();
  }

  private String fundId(String code) {
    return ledger.desk("finance").order(201, "/funds", fund(code)).path("fundId").asString();
  }

  private void upload(Page page, String fundId, Path file) {
    page.navigate(at("/imports/new?fundId=" + fundId));
    page.setInputFiles("#file", file);
    page.click("main form.upload button[type=submit]");
    page.waitForURL(url -> url.matches(".*/imports/[0-9a-f-]{36}.*"));
    assertThat(page.locator("main h1 .badge")).not().containsText("核对中");
  }

  /** Looks at the page in both languages at both widths, without leaving it. */
  private void checkBothLanguages(Page page, String name) {
    var before = page.viewportSize();
    String address = page.url();
    for (String language : new String[] {"en", "zh"}) {
      page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
      for (int width : new int[] {1280, 360}) {
        page.setViewportSize(width, 900);
        Accessibility.check(page);
        Pictures.take(page, "import-" + name, language, width);
      }
    }
    page.setViewportSize(before.width, before.height);
  }

  private static Path sample(String name) {
    return Path.of("..", "samples", name);
  }

  private Page signedIn(String username, int width) {
    Page page = browser.window(width, 900);
    page.navigate(at("/login"));
    page.fill("input[name=username]", username);
    page.fill("input[name=password]", RunningLedger.PASSWORD);
    page.click("button[type=submit]");
    PageTour.awaitSignedIn(page);
    return page;
  }

  private String at(String path) {
    return ledger.at(path);
  }
}
