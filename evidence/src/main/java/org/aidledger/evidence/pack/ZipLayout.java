package org.aidledger.evidence.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a package that are not content (PKWARE APPNOTE 6.3.3). They follow from names, sizes
 * and checksums alone: nothing is compressed, sizes are written in the 64-bit form, the time is
 * always the first that zip knows, and there are no comments and no attributes. So whoever reads a
 * package can write these bytes again, and a changed one shows.
 */
final class ZipLayout {

  static final int DESCRIPTOR_BYTES = 24;
  static final int END_BYTES = 56 + 20 + 22;
  static final int CENTRAL_FIXED_BYTES = 46;
  static final int CENTRAL_EXTRA_BYTES = 28;

  private static final int LOCAL_FIXED_BYTES = 30;
  private static final int LOCAL_EXTRA_BYTES = 20;
  private static final short VERSION = 45;

  /** Sizes stand behind the content, which is written before they are known. */
  private static final short FLAGS = 1 << 3;

  /** 1980-01-01. */
  private static final short DATE = 0x21;

  private static final int IN_EXTRA = 0xffff_ffff;

  private ZipLayout() {}

  static int localBytes(String name) {
    return LOCAL_FIXED_BYTES + name.length() + LOCAL_EXTRA_BYTES;
  }

  static int centralBytes(String name) {
    return CENTRAL_FIXED_BYTES + name.length() + CENTRAL_EXTRA_BYTES;
  }

  /** What stands before the content. */
  static byte[] local(String name) {
    ByteBuffer out = buffer(localBytes(name));
    out.putInt(0x0403_4b50).putShort(VERSION).putShort(FLAGS).putShort((short) 0);
    out.putShort((short) 0).putShort(DATE).putInt(0).putInt(IN_EXTRA).putInt(IN_EXTRA);
    out.putShort((short) name.length()).putShort((short) LOCAL_EXTRA_BYTES).put(ascii(name));
    out.putShort((short) 1).putShort((short) 16).putLong(0).putLong(0);
    return bytes(out);
  }

  /** What stands behind the content. */
  static byte[] descriptor(int crc, long size) {
    ByteBuffer out = buffer(DESCRIPTOR_BYTES);
    out.putInt(0x0807_4b50).putInt(crc).putLong(size).putLong(size);
    return bytes(out);
  }

  /** The directory of all entries. */
  static byte[] central(List<PackageEntry> entries) {
    ByteBuffer out = buffer(entries.stream().mapToInt(e -> centralBytes(e.name())).sum());
    for (PackageEntry entry : entries) {
      out.putInt(0x0201_4b50).putShort(VERSION).putShort(VERSION).putShort(FLAGS);
      out.putShort((short) 0).putShort((short) 0).putShort(DATE).putInt(entry.crc());
      out.putInt(IN_EXTRA).putInt(IN_EXTRA).putShort((short) entry.name().length());
      out.putShort((short) CENTRAL_EXTRA_BYTES).putShort((short) 0).putShort((short) 0);
      out.putShort((short) 0).putInt(0).putInt(IN_EXTRA).put(ascii(entry.name()));
      out.putShort((short) 1).putShort((short) 24);
      out.putLong(entry.size()).putLong(entry.size()).putLong(entry.offset());
    }
    return bytes(out);
  }

  /** What the file ends with. */
  static byte[] end(int entries, long centralOffset, long centralBytes) {
    ByteBuffer out = buffer(END_BYTES);
    out.putInt(0x0606_4b50).putLong(44).putShort(VERSION).putShort(VERSION).putInt(0).putInt(0);
    out.putLong(entries).putLong(entries).putLong(centralBytes).putLong(centralOffset);
    out.putInt(0x0706_4b50).putInt(0).putLong(centralOffset + centralBytes).putInt(1);
    out.putInt(0x0605_4b50).putShort((short) 0).putShort((short) 0);
    out.putShort((short) -1).putShort((short) -1).putInt(-1).putInt(-1).putShort((short) 0);
    return bytes(out);
  }

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All bytes of a buffer. */
  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
