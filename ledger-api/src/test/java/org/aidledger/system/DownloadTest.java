package org.aidledger.system;

import static org.aidledger.system.Bodies.donation;
import static org.aidledger.system.Bodies.fund;
import static org.aidledger.system.Bodies.payout;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every list can be had in both formats, in the language asked for, and says the same. */
@ExtendWith({SharedLedger.class, LogOnFailure.class})
class DownloadTest {

  private static final String FORMULA = "=HYPERLINK(\"http://example.org\")";

  private final RunningLedger ledger;
  private static final AtomicInteger FUNDS = new AtomicInteger();

  private String code = "";
  private String fundId = "";

  DownloadTest(RunningLedger ledger) {
    this.ledger = ledger;
  }

  @BeforeEach
  void aFundWithADonationAndAPayout() {
    Desk finance = ledger.desk("finance");
    code = "DOWN." + FUNDS.incrementAndGet();
    fundId = finance.order(201, "/funds", fund(code)).path("fundId").asString();
    finance.order(
        201,
        "/funds/" + fundId + "/donations",
        donation("=" + code, "1234.50", Map.of("name", FORMULA, "organisation", "第一车间")));
    finance.order(201, "/funds/" + fundId + "/payouts", payout(code, "300.00"));
    // Answers once the read models know what finance has written.
    finance.read("/funds/" + fundId);
  }

  @Test
  void everyListIsThereInBothFormats() throws Exception {
    List<String> lists =
        List.of(
            "/funds",
            "/balances",
            "/months",
            "/funds/" + fundId + "/months",
            "/funds/" + fundId + "/trail",
            "/funds/" + fundId + "/donations",
            "/funds/" + fundId + "/donation-units",
            "/payouts",
            "/payout-batches",
            "/audit/trail",
            "/audit/refusals",
            "/audit/readings",
            "/audit/balances",
            "/accounts");
    for (String list : lists) {
      HttpResponse<byte[]> csv = get(list + ".csv?lang=en");
      assertThat(csv.statusCode()).as(list).isEqualTo(200);
      assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
      String text = new String(csv.body(), StandardCharsets.UTF_8);
      assertThat(text).as(list).startsWith("\uFEFF");
      try (XSSFWorkbook book = workbook(get(list + ".xlsx?lang=en"))) {
        long rows = text.lines().count() - 1;
        // A count may only grow between two downloads of a book that others write in.
        assertThat((long) book.getSheetAt(0).getLastRowNum()).as(list).isGreaterThanOrEqualTo(rows);
      }
    }
  }

  @Test
  void aListSaysWhatItIsInTheLanguageAskedForAndHoldsNoFormula() throws Exception {
    HttpResponse<byte[]> csv = get("/funds/" + fundId + "/donations.csv?lang=zh");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment; filename=\"donations-" + code + ".csv\"; filename*=UTF-8''%E6");
    String text = new String(csv.body(), StandardCharsets.UTF_8);
    assertThat(text).contains("捐赠人", "1234.50", "'=" + code, "\"'=HYPERLINK", "第一车间");
    try (XSSFWorkbook book = workbook(get("/funds/" + fundId + "/donation-units.xlsx?lang=en"))) {
      assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).isEqualTo("Unit");
      assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).isEqualTo("第一车间");
      assertThat(book.getSheetAt(0).getRow(1).getCell(2).getNumericCellValue()).isEqualTo(1234.5);
    }
  }

  @Test
  void anotherFormatIsAnotherAddress() throws Exception {
    assertThat(get("/funds.pdf").statusCode()).isEqualTo(404);
    assertThat(get("/funds/" + fundId + "/trail.csv?minAmount=x").statusCode()).isEqualTo(400);
  }

  private static XSSFWorkbook workbook(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString(("auditor:" + RunningLedger.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + ledger.port() + "/api/v1" + path))
                .header("Authorization", "Basic " + credentials)
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }
}
