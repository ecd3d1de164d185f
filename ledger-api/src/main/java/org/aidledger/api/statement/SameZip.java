package org.aidledger.api.statement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook's parts so that the same content is the same bytes: without times, and not
 * compressed, because how a library compresses may change.
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

  private SameZip() {}

  /** The same archive with the same bytes whenever its parts are the same. */
  static byte[] of(byte[] workbook) throws IOException {
    List<ZipEntry> parts = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.add(measured(entry.getName(), in));
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part : parts) {
        in.getNextEntry();
        out.putNextEntry(part);
        if (part.getName().equals(PROPERTIES)) {
          out.write(NO_PROPERTIES);
        } else {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /** Its length and sum stand before its content, and must be known by then. */
  private static ZipEntry measured(String name, ZipInputStream content) throws IOException {
    CRC32 sum = new CRC32();
    long length = 0;
    if (name.equals(PROPERTIES)) {
      sum.update(NO_PROPERTIES);
      length = NO_PROPERTIES.length;
    } else {
      byte[] some = new byte[8192];
      for (int read = content.read(some); read >= 0; read = content.read(some)) {
        sum.update(some, 0, read);
        length += read;
      }
    }
    ZipEntry part = new ZipEntry(name);
    part.setMethod(ZipEntry.STORED);
    part.setTimeLocal(NO_TIME);
    part.setSize(length);
    part.setCrc(sum.getValue());
    return part;
  }
}
