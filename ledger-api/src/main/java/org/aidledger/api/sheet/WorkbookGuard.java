package org.aidledger.api.sheet;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.aidledger.api.problem.ApiCode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Unpacks a workbook once, keeping nothing, to see that it is whole, is a workbook, and stays
 * within bounds. Macros and links to other files may be in it: they are never looked at.
 */
final class WorkbookGuard {

  /** Bytes of all parts together; a million full rows have about a third of this. */
  static final long MAX_UNPACKED = 1_500_000_000L;

  /** Bytes out for one byte in, above a first megabyte; the best that real sheets reach is 50. */
  static final int MAX_RATIO = 200;

  private static final int FREE = 1 << 20;
  private static final int MAX_PARTS = 1_000;

  /** Bytes of parts that are kept in memory while rows are read, such as styles. */
  private static final long MAX_SMALL_PART = 8L << 20;

  private final byte[] buffer = new byte[64 * 1024];
  private final Set<String> parts = new HashSet<>();
  private final Counted in;
  private long unpacked;

  private WorkbookGuard(Counted in) {
    this.in = in;
  }

  static void check(SheetSource source) throws IOException {
    try (Counted in = new Counted(source.open())) {
      new WorkbookGuard(in).check();
    }
  }

  private void check() throws IOException {
    // Java's own reader stumbles over archives whose writer did not know the sizes beforehand.
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
      for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (parts.size() == MAX_PARTS
            || !zip.canReadEntryData(entry)
            || !parts.add(entry.getName().toLowerCase(Locale.ROOT))) {
          throw FileProblems.damaged("zip");
        }
        unpack(zip, entry.getName().toLowerCase(Locale.ROOT));
      }
      in.transferTo(OutputStream.nullOutputStream());
    } catch (EOFException e) {
      throw FileProblems.of(ApiCode.FILE_CUT_OFF);
    } catch (IOException e) {
      if (in.failed) {
        throw e;
      }
      throw FileProblems.damaged("zip");
    } catch (IllegalArgumentException e) {
      throw FileProblems.damaged("zip");
    }
    requireWorkbook();
    if (!in.endsAsZip()) {
      throw FileProblems.of(ApiCode.FILE_CUT_OFF);
    }
  }

  private void unpack(ZipArchiveInputStream zip, String part) throws IOException {
    boolean xml = part.endsWith(".xml") || part.endsWith(".rels");
    boolean streamed = part.startsWith("xl/worksheets/") || part.endsWith("sharedstrings.xml");
    XmlGuard guard = new XmlGuard(part);
    long size = 0;
    for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
      size += n;
      unpacked += n;
      if (unpacked > MAX_UNPACKED || unpacked - FREE > in.count() * MAX_RATIO) {
        throw FileProblems.of(ApiCode.FILE_INFLATES_TOO_FAR);
      }
      if (xml) {
        if (!streamed && size > MAX_SMALL_PART) {
          throw FileProblems.of(ApiCode.FILE_INFLATES_TOO_FAR);
        }
        guard.accept(buffer, n);
      }
    }
  }

  private void requireWorkbook() {
    if (parts.contains("xl/workbook.xml")) {
      return;
    }
    if (parts.contains("xl/workbook.bin")) {
      throw FileProblems.unsupported("xlsb");
    }
    if (parts.contains("content.xml")) {
      throw FileProblems.unsupported("ods");
    }
    if (parts.stream().anyMatch(p -> p.startsWith("word/") || p.startsWith("ppt/"))) {
      throw FileProblems.unsupported("word");
    }
    throw FileProblems.unsupported("zip");
  }

  /** Counts what was taken from the file, and remembers its end, where an archive has its list. */
  private static final class Counted extends FilterInputStream {

    /** The list ends with 22 bytes and a remark that is usually empty. */
    private static final int TAIL = 22 + 1_024;

    private final byte[] tail = new byte[TAIL];
    private long count;

    /** Whether the file itself could not be read, which is not its fault. */
    private boolean failed;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = taken(target, offset, length);
      for (int i = 0; i < n; i++) {
        keep(target[offset + i]);
      }
      return n;
    }

    private int taken(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }

    private void keep(byte b) {
      tail[(int) (count++ % TAIL)] = b;
    }

    boolean endsAsZip() {
      for (long at = count - 22; at >= Math.max(0, count - TAIL); at--) {
        if (at(at) == 'P' && at(at + 1) == 'K' && at(at + 2) == 5 && at(at + 3) == 6) {
          return true;
        }
      }
      return false;
    }

    private byte at(long position) {
      return tail[(int) (position % TAIL)];
    }
  }
}
