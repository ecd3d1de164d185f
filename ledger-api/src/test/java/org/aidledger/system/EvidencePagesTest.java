package org.aidledger.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.aidledger.system.Bodies.fund;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.aidledger.api.web.browser.Accessibility;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.Cosigner;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an auditor does at the pages of the evidence: receipts on paper, packages, seals. */
@ExtendWith(LogOnFailure.class)
class EvidencePagesTest {

  private static final Cosigner WITNESS = new Cosigner("auditor.example/w1", new byte[32]);
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  private static RunningLedger ledger;
  private static Office office;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/system"));
    ledger =
        RunningLedger.start(
            Files.createTempDirectory(folder.toRealPath(), "evidence-pages-"),
            "--ledger.evidence.witnesses=" + WITNESS.publicKey(),
            "--ledger.evidence.pause=200ms");
    office = new Office(ledger);
  }

  @AfterAll
  static void stop() throws Exception {
    office.close();
    ledger.close();
  }

  @Test
  void aReceiptWaitsKindlyUntilItIsSealedAndItsCodeSaysWhatTheFileSays() throws Exception {
    String donation;
    Page page = office.signedIn("finance", 1280);
    try (Connection connection = ledger.database();
        Statement statement = connection.createStatement()) {
      // Nobody seals while somebody else holds this row.
      connection.setAutoCommit(false);
      statement.execute("select size from ledger.seal_head for update");
      donation = donation("PAPER-1", "1234.50");
      page.navigate(office.at("/donations/" + donation));
      page.click("a:has-text('凭据')");
      assertThat(page.locator("[role=status]")).containsText("尚未封存");
      Accessibility.check(page);
      connection.rollback();
    }
    assertThat(page.locator("article.receipt svg")).hasCount(1);
    assertThat(page.locator("article.receipt")).containsText("1,234.50");
    JsonNode receipt = ledger.desk("auditor").read("/donations/" + donation + "/receipt");
    assertThat(scanned(page)).isEqualTo(expected("donation", donation, receipt));
    assertThat(page.locator("article.receipt pre"))
        .containsText(receipt.path("checkpoint").asString().lines().findFirst().orElseThrow());
    Office.checkAllForms(page);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("header.top")).isHidden();
    String paper =
        new String(
            page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(false)),
            StandardCharsets.ISO_8859_1);
    assertThat(paper).as("one sheet").contains("/Count 1\n").doesNotContain("/Count 2\n");
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void aPayoutHasAReceiptToo() throws Exception {
    String fund =
        ledger.desk("finance").order(201, "/funds", fund("PAPER-2")).path("fundId").asString();
    String payout =
        ledger
            .desk("finance")
            .order(201, "/funds/" + fund + "/payouts", Bodies.payout("PAPER-2-P", "10.00"))
            .path("payoutId")
            .asString();
    ledger.desk("finance").read("/payouts/" + payout);
    Page page = office.signedIn("auditor", 1280);
    page.navigate(office.at("/payouts/" + payout + "?lang=en"));
    page.click("a:has-text('Receipt')");
    assertThat(page.locator("article.receipt svg")).hasCount(1);
    JsonNode receipt = ledger.desk("auditor").read("/payouts/" + payout + "/receipt");
    assertThat(scanned(page)).isEqualTo(expected("payout", payout, receipt));
    assertThat(page.locator("article.receipt")).containsText("Not countersigned yet");
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void anAuditorOrdersAPackageFollowsItAndFetchesIt() throws Exception {
    donation("PACKAGE-1", "5.00");
    Page page = office.signedIn("auditor", 1280);
    page.navigate(office.at("/audit/trail"));
    page.click(".tabs a:has-text('审计包')");
    page.fill("[name=from]", "2026-05-20");
    page.fill("[name=to]", "2026-05-19");
    page.click("form.form button[type=submit]");
    assertThat(Office.refused(page)).contains("止");
    page.fill("[name=from]", "");
    page.fill("[name=to]", "");
    page.click("form.form button[type=submit]");
    assertThat(Office.said(page)).contains("已申请");
    assertThat(page.locator(".package a:has-text('下载')")).hasCount(1);
    assertThat(page.locator(".package")).containsText("不含个人信息");
    Path file = page.waitForDownload(() -> page.click(".package a:has-text('下载')")).path();
    assertThat(PackageClient.verify(file).status()).isZero();
    Office.checkAllForms(page);
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void aWitnessHandsInAHeadAndIsToldWhatWasSealedSince() throws Exception {
    String donation = donation("WITNESS-1", "5.00");
    sealed(donation);
    Page page = office.signedIn("auditor", 1280);
    page.navigate(office.at("/audit/seal"));
    SignedNote head =
        SignedNote.parse(
            Files.readString(
                page.waitForDownload(() -> page.click("a[download]")).path(),
                StandardCharsets.UTF_8));
    page.fill("[name=checkpoint]", head.toString());
    page.click("form.form button[type=submit]");
    assertThat(Office.refused(page)).contains("见证人");
    page.fill("[name=checkpoint]", WITNESS.cosign(head, NOW).toString());
    page.click("form.form button[type=submit]");
    assertThat(Office.said(page)).contains("已保存");
    assertThat(page.locator("pre.note")).containsText(WITNESS.publicKey().name());
    Office.checkAllForms(page);
    assertThat(office.complaints()).isEmpty();
  }

  @Test
  void theSealPageWarnsLoudlyOfABookThatContradictsAWitness() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/system"));
    Path data = Files.createTempDirectory(folder.toRealPath(), "contradicted-");
    try (RunningLedger other =
        RunningLedger.start(
            data,
            "--ledger.evidence.witnesses=" + WITNESS.publicKey(),
            "--ledger.evidence.pause=200ms")) {
      // Somebody who holds the seal key signed another history, and the witness saw that one.
      String donation = donation(other, "LIE-1", "5.00");
      NoteSigner forger = forger(other);
      Checkpoint lie = new Checkpoint(forger.publicKey().name(), 1, new TreeHasher().empty());
      SignedNote seen = WITNESS.cosign(forger.sign(lie.text()), NOW);
      try (Office elsewhere = new Office(other)) {
        Page page = elsewhere.signedIn("auditor", 1280);
        page.navigate(elsewhere.at("/audit/seal"));
        page.fill("[name=checkpoint]", seen.toString());
        page.click("form.form button[type=submit]");
        assertThat(Office.refused(page)).contains("立即告知审计人员");
        assertThat(page.locator("#standing .box.bad[role=alert]")).containsText("矛盾");
        page.navigate(elsewhere.at("/audit/seal?lang=en"));
        assertThat(page.locator("#standing .box.bad[role=alert]")).containsText("contradicts");
        assertThat(page.locator("a[download]")).hasCount(0);
        Accessibility.check(page);
        page.navigate(elsewhere.at("/donations/" + donation + "/receipt?lang=en"));
        assertThat(page.locator(".box.bad[role=alert]")).containsText("Tell the auditors at once");
        assertThat(page.locator("article.receipt svg")).hasCount(0);
      }
    }
  }

  private static NoteSigner forger(RunningLedger other) throws Exception {
    byte[] seed =
        HexFormat.of().parseHex(Files.readString(other.data().resolve("seal.key")).strip());
    try (Connection connection = other.database();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select public_key from ledger.seal_key")) {
      row.next();
      String name = row.getString(1);
      return new NoteSigner(name.substring(0, name.indexOf('+')), seed);
    }
  }

  private static String donation(String reference, String amount) {
    return donation(ledger, reference, amount);
  }

  private static String donation(RunningLedger book, String reference, String amount) {
    Desk finance = book.desk("finance");
    String fund = finance.order(201, "/funds", fund(reference)).path("fundId").asString();
    String donation =
        finance
            .order(201, "/funds/" + fund + "/donations", Bodies.anonymous(reference, amount))
            .path("donationId")
            .asString();
    // A browser does not know what this desk was told; by now the pages show it.
    finance.read("/donations/" + donation);
    return donation;
  }

  private static void sealed(String donation) {
    Waiting.until(
        "the receipt is sealed",
        () -> ledger.desk("auditor").get("/donations/" + donation + "/receipt").status() == 200);
  }

  /** What the code must say, computed from the file that programs get. */
  private static String expected(String kind, String id, JsonNode receipt) {
    StringBuilder text = new StringBuilder("aidledger.org/receipt-code/v1\n");
    text.append(kind).append(' ').append(id).append('\n');
    for (JsonNode event : receipt.path("events")) {
      byte[] leaf = Base64.getDecoder().decode(event.path("leaf").asString());
      text.append(event.path("position").asLong()).append(' ');
      text.append(new TreeHasher().leaf(leaf)).append('\n');
    }
    return text + SignedNote.parse(receipt.path("checkpoint").asString()).text();
  }

  /** As a telephone reads it from the screen: it takes many pictures, from near and from far. */
  private static String scanned(Page page) throws Exception {
    Locator code = page.locator("article.receipt svg");
    List<String> unread = new ArrayList<>();
    for (double nearness : new double[] {1, 1.5, 2}) {
      code.evaluate("(svg, nearness) => svg.style.zoom = nearness", nearness);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
      int width = image.getWidth();
      int height = image.getHeight();
      int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
      RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
      try {
        return new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(light)),
                Map.of(DecodeHintType.TRY_HARDER, true))
            .getText();
      } catch (ReaderException e) {
        unread.add(width + " x " + height + ": " + e);
      }
    }
    throw new AssertionError("no code is read: " + unread);
  }
}
