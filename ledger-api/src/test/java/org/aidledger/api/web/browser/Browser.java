package org.aidledger.api.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Windows of a real Chromium, headless. Uses the one that the system has, never downloads one, and
 * fails with a sentence that says what to install if there is none. It is started once for all
 * tests of this process, which run one by one, and ends with it; whoever closes a browser closes
 * the windows that it opened.
 */
public final class Browser implements AutoCloseable {

  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  /**
   * How long a window waits for what must come, in milliseconds, wherever a test does not say
   * otherwise. It is no measure of the pages: a busy machine takes its time.
   */
  private static final double PATIENCE = 120_000;

  private static com.microsoft.playwright.@Nullable Browser shared;

  private final com.microsoft.playwright.Browser chromium;
  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  /**
   * Starts Chromium if it does not run yet. The variable {@code CHROMIUM} may name another one than
   * the system's.
   *
   * @throws AssertionError if there is none
   */
  public static synchronized Browser start() {
    com.microsoft.playwright.Browser running = shared;
    if (running == null) {
      running = launch();
      shared = running;
    }
    return new Browser(running);
  }

  private static com.microsoft.playwright.Browser launch() {
    Path program = find();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    // Root has no sandbox, and small containers have little shared memory.
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program)
            .setHeadless(true)
            .setArgs(
                List.of(
                    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--lang=zh-CN"));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright.chromium().launch(options.setTimeout(PATIENCE));
  }

  /**
   * Opens a window of its own, with cookies of its own.
   *
   * @param width in CSS pixels
   */
  public Page window(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    context.setDefaultTimeout(PATIENCE);
    windows.add(context);
    Page page = context.newPage();
    page.onPageError(error -> complaints.add("script: " + error));
    page.onConsoleMessage(
        message -> {
          if ("error".equals(message.type())) {
            complaints.add("console: " + message.text());
          }
        });
    return page;
  }

  /** What scripts and the content security policy complained of since the last question. */
  public List<String> complaints() {
    synchronized (complaints) {
      List<String> found = List.copyOf(complaints);
      complaints.clear();
      return found;
    }
  }

  @Override
  public void close() {
    windows.forEach(BrowserContext::close);
  }

  private static Path find() {
    @Nullable String named = System.getenv("CHROMIUM");
    return (named == null ? PLACES.stream() : Stream.of(named))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium found. Debian, Ubuntu: apt install chromium fonts-noto-cjk;"
                        + " others: install Chromium or Chrome and name the program in the"
                        + " variable CHROMIUM."));
  }
}
