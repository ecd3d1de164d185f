package org.aidledger.api.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * How the characters of a text are written.
 *
 * @param mark bytes of the byte order mark before the first character
 */
record TextEncoding(Charset charset, int mark) {

  /** What Excel writes in China; it contains GBK and GB 2312. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final int BUFFER = 64 * 1024;

  /** Texts may hold stray control characters; where there are more than this share, it is none. */
  private static final int ONE_CONTROL_IN = 100;

  /**
   * Tries the encodings over the whole text, strictly: a long roster may have its first rare
   * character on its last line.
   */
  static TextEncoding detect(SheetSource source) throws IOException {
    TextEncoding marked = marked(source);
    if (marked != null) {
      return marked.checked(source);
    }
    TextEncoding utf8 = new TextEncoding(StandardCharsets.UTF_8, 0);
    if (utf8.brokenAt(source) == 0) {
      return utf8;
    }
    return new TextEncoding(GB18030, 0).checked(source);
  }

  private static @Nullable TextEncoding marked(SheetSource source) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(3);
    }
    if (head.length == 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (head.length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (head.length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return null;
  }

  private TextEncoding checked(SheetSource source) throws IOException {
    long line = brokenAt(source);
    if (line > 0) {
      throw FileProblems.at(ApiCode.FILE_ENCODING_UNKNOWN, line);
    }
    return this;
  }

  /**
   * The line from which the text cannot be decoded, 0 if all of it can.
   *
   * @throws ApiProblem if it can, but is no text
   */
  private long brokenAt(SheetSource source) throws IOException {
    char[] buffer = new char[BUFFER];
    long line = 1;
    long characters = 0;
    long controls = 0;
    try (Reader reader = open(source)) {
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        for (int i = 0; i < n; i++) {
          char c = buffer[i];
          if (c == '\n') {
            line++;
          } else if (c == 0) {
            throw FileProblems.unsupported("binary");
          } else if (c < ' ' && c != '\t' && c != '\r') {
            controls++;
          }
        }
        characters += n;
      }
    } catch (CharacterCodingException e) {
      return line;
    }
    if (controls > characters / ONE_CONTROL_IN) {
      throw FileProblems.unsupported("binary");
    }
    return 0;
  }

  /** The characters of the text, without the mark; what cannot be decoded throws. */
  Reader open(SheetSource source) throws IOException {
    InputStream in = source.open();
    in.skipNBytes(mark);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
