package org.aidledger.api.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font of PDF files, which the build fetches. Radicals and compatibility characters are taken
 * out of it: they share their pictures with ordinary characters, and whoever copies or searches a
 * text would get them in their place. So are its rules for joined letters, which number the
 * pictures as the whole font does: with them the "ff" of a hash was printed as a bracket.
 */
final class StatementFont {

  private static final String FILE = "/fonts/NotoSansSC_400Regular.ttf";
  private static final int LAST_OF_PLANE = 0xFFFF;

  /** What a font must have to be set without any rule of how letters change beside each other. */
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "name", "post", "prep");

  private StatementFont() {}

  /** Read once, when the first PDF is asked for; it takes a second or two. */
  private static final class Holder {
    private static final Optional<byte[]> FONT = read();
  }

  /** The font's file; empty if this program was built where it could not be fetched. */
  static Optional<byte[]> bytes() {
    return Holder.FONT;
  }

  private static Optional<byte[]> read() {
    try (InputStream in = StatementFont.class.getResourceAsStream(FILE)) {
      return in == null ? Optional.empty() : Optional.of(ordinary(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ordinary(byte[] whole) throws IOException {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(whole))) {
      CmapLookup characters = font.getUnicodeCmapLookup();
      TTFSubsetter subset = new TTFSubsetter(font, TABLES);
      for (int character = ' '; character <= LAST_OF_PLANE; character++) {
        if (isOrdinary(character) && characters.getGlyphId(character) != 0) {
          subset.add(character);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(whole.length);
      subset.writeToStream(bytes);
      return bytes.toByteArray();
    }
  }

  private static boolean isOrdinary(int character) {
    boolean radical = character >= 0x2E80 && character <= 0x2FEF;
    boolean compatibility = character >= 0xF900 && character <= 0xFAFF;
    return !radical && !compatibility;
  }
}
