package org.aidledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A statement as it is downloaded, and what an outsider finds in its file. */
final class StatementFile {

  private static final Pattern ROW = Pattern.compile("<row .*?</row>", Pattern.DOTALL);
  private static final Pattern CHARACTER = Pattern.compile("&#x([0-9a-f]+);");
  private static final Pattern CELL =
      Pattern.compile("<c [^>]*?(?:/>|>(?:<is><t[^>]*>(.*?)</t></is>|<v>(.*?)</v>)</c>)");

  private final int status;
  private final byte[] bytes;

  private StatementFile(int status, byte[] bytes) {
    this.status = status;
    this.bytes = bytes.clone();
  }

  int status() {
    return status;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  static StatementFile of(RunningLedger ledger, String account, String path)
      throws IOException, InterruptedException {
    String pair = account + ":" + RunningLedger.PASSWORD;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    URI uri = URI.create("http://127.0.0.1:" + ledger.port() + "/api/v1" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Authorization", "Basic " + basic).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      return new StatementFile(answer.statusCode(), answer.body());
    }
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String sha256() throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** The rows of the first sheet, each as the texts and figures in it. */
  List<List<String>> rows() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    Matcher row = ROW.matcher(sheet());
    while (row.find()) {
      List<String> cells = new ArrayList<>();
      Matcher cell = CELL.matcher(row.group());
      while (cell.find()) {
        String content = cell.group(1) == null ? cell.group(2) : cell.group(1);
        if (content != null) {
          cells.add(content);
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The one row that begins with these cells, behind them. */
  List<String> row(String... first) throws IOException {
    List<List<String>> found =
        rows().stream()
            .filter(row -> row.size() >= first.length)
            .filter(row -> row.subList(0, first.length).equals(List.of(first)))
            .toList();
    assertThat(found).as(String.join(" ", first) + " in " + rows()).hasSize(1);
    return found.getFirst().subList(first.length, found.getFirst().size());
  }

  static BigDecimal figure(String cell) {
    return new BigDecimal(cell);
  }

  String sheet() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          return CHARACTER
              .matcher(xml)
              .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
        }
      }
    }
    throw new IOException("no sheet");
  }
}
