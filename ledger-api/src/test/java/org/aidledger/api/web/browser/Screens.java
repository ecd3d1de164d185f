package org.aidledger.api.web.browser;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the pictures of docs/screens from a running application with the demo book: {@code Screens
 * URL PASSWORD FOLDER}. Imports the sample files first, so that every desk has something to show;
 * looks on a desk and on a phone, in both languages, and checks on the way that the real pages can
 * be used by everyone.
 */
public final class Screens {

  private static final int HEIGHT = 900;

  /** In milliseconds: pictures may be taken while the machine has other work. */
  private static final int PATIENCE = 180_000;

  private static final Path SAMPLES = Path.of("..", "samples");

  private final String url;
  private final String password;
  private final Path folder;
  private final Playwright http =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

  private Screens(String url, String password, Path folder) {
    this.url = url;
    this.password = password;
    this.folder = folder;
  }

  /** A picture: who looks, at what, under which name. */
  private record Shot(String account, String path, String name) {}

  public static void main(String[] arguments) {
    new Screens(arguments[0], arguments[1], Path.of(arguments[2])).take();
  }

  private void take() {
    List<Shot> shots = prepared();
    try (Browser browser = Browser.start();
        http) {
      // Who looks signs in once for each width: passwords are slow to check, and meant to be.
      for (int width : new int[] {1280, 360}) {
        Map<String, Page> windows = new HashMap<>();
        for (Shot shot : shots) {
          Page page =
              windows.computeIfAbsent(shot.account, account -> window(browser, account, width));
          for (String language : List.of("zh", "en")) {
            page.navigate(
                url + shot.path + (shot.path.contains("?") ? "&" : "?") + "lang=" + language);
            if (shot.path.equals("/desk") && page.locator("table").count() == 0) {
              page.selectOption("select >> nth=0", new SelectOption().setIndex(2));
              page.click("main form button >> nth=0");
            }
            // Pictures are drawn and figures come alive a moment after the page is there.
            page.waitForTimeout(700);
            take(page, folder.resolve(shot.name + "-" + language + "-" + width + ".png"));
          }
        }
        windows.values().forEach(page -> page.context().close());
      }
      List<String> complaints = browser.complaints();
      if (!complaints.isEmpty()) {
        throw new AssertionError(complaints);
      }
    }
  }

  private Page window(Browser browser, String account, int width) {
    Page page = browser.window(width, HEIGHT);
    page.setDefaultTimeout(PATIENCE);
    if (!account.isEmpty()) {
      signIn(page, account);
    }
    return page;
  }

  /** Gives the demo book something for every desk, and names what to look at. */
  private List<Shot> prepared() {
    String drive = fund("CXYRJ-2026");
    String students = fund("JQZX-2026");
    String mutual = fund("AXHZ");
    var _ = client("finance").post(url + "/api/v1/funds/" + mutual + "/publication");
    String roster = "cixin-yirijuan-2026-payroll-gb18030.csv";
    String checked = upload(drive, roster, "?batch=慈心一日捐2026&dryRun=true");
    String posted = upload(drive, "cixin-yirijuan-2026-payroll.xlsx", "?batch=机关名册&dryRun=false");
    String paying =
        upload(
            students,
            "jinqiu-zhuxue-2026-payouts.xlsx",
            "?batch=金秋助学2026&kind=PAYOUTS&dryRun=false");
    String batch = read("/imports/" + paying).path("payoutBatchId").asString();
    JsonNode trail = read("/funds/" + drive + "/trail?type=DonationReceived&limit=1");
    String donation = trail.path("items").path(0).path("streamId").asString();
    String position = trail.path("items").path(0).path("position").asString();
    String finding =
        send(
                "auditor",
                "/audit/findings",
                "{\"fundId\":\"%s\",\"severity\":\"MEDIUM\",\"positions\":[%s],\"text\":\"收据缺签字\"}"
                    .formatted(drive, position))
            .path("findingId")
            .asString();
    send("auditor", "/audit/packages", "{\"people\":\"redacted\"}");
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String lastMonth = YearMonth.from(today).minusMonths(1).toString();
    return List.of(
        new Shot("", "/login", "login"),
        new Shot("auditor", "/", "dashboard"),
        new Shot("auditor", "/funds/" + mutual, "fund"),
        new Shot("finance", "/desk", "desk"),
        new Shot("finance2", "/donations/" + donation, "donation"),
        new Shot("finance2", "/donations/" + donation + "/reversal", "reversal"),
        new Shot("finance", "/imports/" + checked, "import-checked"),
        new Shot("finance", "/imports/" + posted, "import-posted"),
        new Shot("approver", "/payouts", "payouts"),
        new Shot("approver", "/payout-batches/" + batch, "payout-batch"),
        new Shot("auditor", "/audit/balances?effectiveOn=2026-04-30", "balances"),
        new Shot("finance", "/donations/" + donation + "/receipt", "receipt"),
        new Shot("finance", "/periods", "periods"),
        new Shot("finance", "/periods/" + lastMonth, "period"),
        new Shot("auditor", "/audit/seal", "seal"),
        new Shot("auditor", "/audit/packages", "packages"),
        new Shot(
            "auditor",
            "/audit/corrections?fund=" + drive + "&knownFrom=2026-01-01",
            "correction-report"),
        new Shot("auditor", "/audit/exceptions?from=2026-01-01&to=" + today, "exceptions"),
        new Shot(
            "auditor",
            "/audit/samples?of=DONATIONS&fundId="
                + drive
                + "&from=2026-01-01&to="
                + today
                + "&size=10&seed=2026",
            "samples"),
        new Shot("finance", "/findings/" + finding, "finding"),
        new Shot("", "/public/" + mutual, "public"),
        new Shot("admin", "/accounts", "accounts"));
  }

  private String fund(String code) {
    for (JsonNode fund : read("/funds").path("items")) {
      if (fund.path("code").asString().equals(code)) {
        return fund.path("fundId").asString();
      }
    }
    throw new AssertionError("the book is not the demo's: no fund " + code);
  }

  private String upload(String fund, String file, String parameters) {
    FormData form = FormData.create().set("file", SAMPLES.resolve(file));
    APIResponse answer =
        client("finance")
            .post(
                url + "/api/v1/funds/" + fund + "/imports" + parameters,
                RequestOptions.create().setMultipart(form));
    String id = json(answer).path("importId").asString();
    while (read("/imports/" + id).path("state").asString().equals("RUNNING")) {
      Thread.onSpinWait();
    }
    return id;
  }

  private JsonNode send(String account, String path, String body) {
    RequestOptions json =
        RequestOptions.create().setHeader("Content-Type", "application/json").setData(body);
    return json(client(account).post(url + "/api/v1" + path, json));
  }

  private JsonNode read(String path) {
    return json(client("finance").get(url + "/api/v1" + path));
  }

  private static JsonNode json(APIResponse answer) {
    if (!answer.ok()) {
      throw new AssertionError(answer.status() + " " + answer.text());
    }
    return JsonMapper.shared().readTree(answer.text());
  }

  private APIRequestContext client(String account) {
    String pair = account + ":" + password;
    return http.request()
        .newContext(
            new APIRequest.NewContextOptions()
                .setTimeout(PATIENCE)
                .setExtraHTTPHeaders(
                    Map.of(
                        "Authorization",
                        "Basic "
                            + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))));
  }

  private void signIn(Page page, String account) {
    page.navigate(url + "/login");
    page.fill("#username", account);
    page.fill("#password", password);
    page.press("#password", "Enter");
    page.waitForURL(address -> !address.contains("/login"));
  }

  /** The whole width, and as much of the height as a reader scrolls through. */
  private static void take(Page page, Path file) {
    Accessibility.check(page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setClip(0, 0, page.viewportSize().width, Math.min(height(page), 2 * HEIGHT))
            .setPath(file));
  }

  private static int height(Page page) {
    return page.evaluate("document.documentElement.scrollHeight") instanceof Number pixels
        ? pixels.intValue()
        : HEIGHT;
  }
}
