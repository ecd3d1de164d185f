package org.aidledger.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What arrives as multipart/form-data, whole, too large, broken and malicious. */
class UploadTest {

  private static final String LINE = "\r\n";
  private static final String END = "--limit--" + LINE;

  private final List<String> discarded = new ArrayList<>();

  private final FileKeeper<String> keeper =
      new FileKeeper<>() {
        @Override
        public String keep(UploadedFile file) throws IOException {
          return new String(file.content().readAllBytes(), StandardCharsets.UTF_8);
        }

        @Override
        public void discard(String kept) {
          discarded.add(kept);
        }
      };

  private static String field(String name, String value) {
    return part("form-data; name=\"%s\"".formatted(name), value);
  }

  private static String file(String name, String fileName, String content) {
    return part("form-data; name=\"%s\"; filename=\"%s\"".formatted(name, fileName), content);
  }

  private static String part(String disposition, String content) {
    return String.join(LINE, "--limit", "Content-Disposition: " + disposition, "", content, "");
  }

  private static Upload upload(String body) {
    return upload(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Upload upload(byte[] body) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=limit");
    request.setContent(body);
    return new Upload(request);
  }

  private String refusal(Upload upload) {
    return catchThrowableOfType(ApiProblem.class, () -> upload.read(100, keeper)).problem().code();
  }

  @Test
  void fileAndFieldsArriveWhateverTheirOrder() {
    String body = field("batch", "五月") + file("file", "名册.csv", "甲,1") + field("note", " x ");
    Received<String> received = upload(body + END).read(100, keeper);
    assertThat(received.kept()).isEqualTo("甲,1");
    assertThat(received.fileName()).isEqualTo("名册.csv");
    assertThat(received.field("batch")).isEqualTo("五月");
    assertThat(received.field("note")).isEqualTo("x");
    assertThat(received.field("other")).isNull();
    assertThat(discarded).isEmpty();
  }

  @Test
  void theTokenOfAPageIsNoField() {
    Received<String> received =
        upload(field("_csrf", "t") + file("file", "a.csv", "x") + END).read(100, keeper);
    assertThat(received.fields()).isEmpty();
  }

  @Test
  void whereAPageOwesItsTokenNothingIsReadBeforeIt() {
    String file = file("file", "a.csv", "x");
    assertThat(owing(field("_csrf", "right") + file).read(100, keeper).kept()).isEqualTo("x");
    assertThat(refusal(owing(field("_csrf", "wrong") + file))).isEqualTo("CSRF_TOKEN_INVALID");
    assertThat(refusal(owing(file + field("_csrf", "right")))).isEqualTo("CSRF_TOKEN_INVALID");
    assertThat(refusal(owing(field("note", "right") + file))).isEqualTo("CSRF_TOKEN_INVALID");
    assertThat(refusal(owing(file("_csrf", "t", "right") + file))).isEqualTo("CSRF_TOKEN_INVALID");
    assertThat(discarded).isEmpty();
  }

  private static Upload owing(String parts) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=limit");
    request.setContent((parts + END).getBytes(StandardCharsets.UTF_8));
    UploadToken token = "right"::equals;
    request.setAttribute(UploadToken.ATTRIBUTE, token);
    return new Upload(request);
  }

  @Test
  void whatIsNoUploadOrHasNoFileIsRefused() {
    MockHttpServletRequest json = new MockHttpServletRequest("POST", "/");
    json.setContentType("application/json");
    json.setContent("{}".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(new Upload(json))).isEqualTo("MULTIPART_EXPECTED");
    assertThat(refusal(upload(field("batch", "x") + END))).isEqualTo("FILE_MISSING");
    assertThat(refusal(upload(file("file", "", "") + END))).isEqualTo("FILE_MISSING");
    assertThat(refusal(upload(file("file", "a.csv", "") + END))).isEqualTo("FILE_EMPTY");
    assertThat(refusal(upload(file("other", "a.csv", "x") + END))).isEqualTo("FILE_MISSING");
  }

  @Test
  void oneByteTooManyIsTooLargeAndTheLimitItselfIsNot() {
    assertThat(upload(file("file", "a", "x".repeat(100)) + END).read(100, keeper).kept())
        .hasSize(100);
    assertThat(refusal(upload(file("file", "a", "x".repeat(101)) + END)))
        .isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void aFloodAroundTheFileIsTooLarge() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] line = new byte[1024 * 1024];
    Arrays.fill(line, (byte) 'x');
    for (int i = 0; i < 3; i++) {
      body.write(line);
    }
    body.write((LINE + file("file", "a", "x") + END).getBytes(StandardCharsets.UTF_8));
    assertThat(refusal(upload(body.toByteArray()))).isEqualTo("FILE_TOO_LARGE");
  }

  @Test
  void whatWasKeptIsDiscardedWhenTheRestIsWrong() {
    String good = file("file", "a.csv", "kept");
    assertThat(refusal(upload(good + file("file", "b.csv", "x") + END))).isEqualTo("DUPLICATE_KEY");
    assertThat(refusal(upload(good + "--limit\r\nContent-Disp"))).isEqualTo("MALFORMED_REQUEST");
    assertThat(refusal(upload(good + field("a", "1") + field("a", "2") + END)))
        .isEqualTo("DUPLICATE_KEY");
    assertThat(refusal(upload(good + many() + END))).isEqualTo("LIST_TOO_LONG");
    assertThat(discarded).hasSize(4).containsOnly("kept");
  }

  private static String many() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      fields.append(field("f" + i, ""));
    }
    return fields.toString();
  }

  @Test
  void aFileThatIsCutOffIsNotTakenForWhole() {
    String whole = file("file", "a.csv", "half of it");
    assertThat(refusal(upload(whole.substring(0, whole.length() - 4))))
        .isEqualTo("MALFORMED_REQUEST");
    assertThat(discarded).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\Users\\li\\名册.xlsx, 名册.xlsx",
    "'..', file",
    "a\u202Efdp.exe, afdp.exe",
    "' x\u0007 ', x"
  })
  void namesLoseTheirFoldersAndWhatCannotBeSeen(String given, String expected) {
    assertThat(FileNames.clean(given)).isEqualTo(expected);
  }
}
