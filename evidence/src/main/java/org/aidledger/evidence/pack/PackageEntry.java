package org.aidledger.evidence.pack;

/**
 * One file inside a package.
 *
 * @param name with forward slashes, in ASCII
 * @param size bytes
 * @param crc CRC-32 of the content
 * @param offset where its header begins in the package
 */
public record PackageEntry(String name, long size, int crc, long offset) {

  /** Where the content begins in the package. */
  long contentOffset() {
    return offset + ZipLayout.localBytes(name);
  }

  /** Where the entry ends in the package, and the next begins. */
  long end() {
    return contentOffset() + size + ZipLayout.DESCRIPTOR_BYTES;
  }
}
