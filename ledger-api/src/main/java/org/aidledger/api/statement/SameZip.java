package org.aidledger.api.statement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook's parts so that the same content is the same bytes: without times, and not
 * compressed, because how a library compresses may change. Parts are found by the directory at the
 * archive's end (APPNOTE 4.3.12), since what stands before each part does not tell its length.
 */
final class SameZip {

  /** The first moment that a zip can tell. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** What the library would fill with the time of writing. */
  private static final String PROPERTIES = "docProps/core.xml";

  private static final byte[] NO_PROPERTIES =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Aid Ledger</dc:creator></cp:coreProperties>
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;

  private final byte[] archive;
  private final ByteBuffer in;

  private SameZip(byte[] archive) {
    this.archive = archive;
    this.in = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The same archive with the same bytes whenever its parts are the same. */
  static byte[] of(byte[] workbook) throws IOException {
    return new SameZip(workbook).written();
  }

  private byte[] written() throws IOException {
    int end = archive.length - END_LENGTH;
    if (end < 0 || in.getInt(end) != END_OF_DIRECTORY) {
      throw new ZipException("the directory is not at the end");
    }
    int parts = in.getShort(end + 10);
    int at = in.getInt(end + 16);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int part = 0; part < parts; part++) {
        at = copied(at, out);
      }
    }
    return bytes.toByteArray();
  }

  /** Copies the part that the directory names here, and answers where it names the next. */
  private int copied(int at, ZipOutputStream out) throws IOException {
    if (in.getInt(at) != DIRECTORY_ENTRY) {
      throw new ZipException("the directory is broken");
    }
    int nameLength = in.getShort(at + 28);
    String name = new String(archive, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    if (name.equals(PROPERTIES)) {
      CRC32 sum = new CRC32();
      sum.update(NO_PROPERTIES);
      entry.setCrc(sum.getValue());
      entry.setSize(NO_PROPERTIES.length);
      out.putNextEntry(entry);
      out.write(NO_PROPERTIES);
    } else {
      entry.setCrc(Integer.toUnsignedLong(in.getInt(at + 16)));
      entry.setSize(Integer.toUnsignedLong(in.getInt(at + 24)));
      out.putNextEntry(entry);
      copyContent(in.getInt(at + 42), in.getInt(at + 20), out);
    }
    out.closeEntry();
    return at + ENTRY_LENGTH + nameLength + in.getShort(at + 30) + in.getShort(at + 32);
  }

  private void copyContent(int local, int length, ZipOutputStream out) throws IOException {
    int from = local + LOCAL_LENGTH + in.getShort(local + 26) + in.getShort(local + 28);
    Inflater inflater = new Inflater(true);
    try (InputStream content =
        new InflaterInputStream(new ByteArrayInputStream(archive, from, length), inflater)) {
      content.transferTo(out);
    } finally {
      inflater.end();
    }
  }
}
