package org.aidledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.aidledger.evidence.pack.PackageEntry;
import org.aidledger.evidence.pack.PackageFile;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Findings;
import org.jspecify.annotations.Nullable;

/** The contents of a package, each compared with what the manifest says while it is read. */
final class Entries {

  private static final int LARGEST_IN_MEMORY = 64 * 1024 * 1024;

  private final PackageFile file;
  private final Findings findings;
  private final Map<String, PackageEntry> byName = new LinkedHashMap<>();
  private final Map<String, String> digests = new LinkedHashMap<>();

  Entries(PackageFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
    for (PackageEntry entry : file.entries()) {
      if (byName.put(entry.name(), entry) != null) {
        findings.add(Code.ENTRY_UNEXPECTED, "name", entry.name());
      }
    }
  }

  /** From now on contents are compared; an entry that is not in the manifest is unexpected. */
  void expect(Manifest manifest, String... unlisted) {
    digests.putAll(manifest.digests());
    for (String name : unlisted) {
      digests.remove(name);
    }
    for (PackageEntry entry : byName.values()) {
      Long size = manifest.sizes().get(entry.name());
      boolean listed = size != null || List.of(unlisted).contains(entry.name());
      if (!listed) {
        findings.add(Code.ENTRY_UNEXPECTED, "name", entry.name());
      } else if (size != null && size != entry.size()) {
        findings.add(Code.ENTRY_CHANGED, "name", entry.name());
      }
    }
    for (String name : digests.keySet()) {
      if (!byName.containsKey(name)) {
        findings.add(Code.ENTRY_UNEXPECTED, "name", name);
      }
    }
  }

  /** The names in their order. */
  Iterable<String> names() {
    return byName.keySet();
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** A whole content; empty and on record if it is missing or far too large. */
  byte[] small(String name) throws IOException {
    PackageEntry entry = byName.get(name);
    if (entry == null || entry.size() > LARGEST_IN_MEMORY) {
      findings.add(Code.ENTRY_UNEXPECTED, "name", name);
      return new byte[0];
    }
    byte[][] content = new byte[1][];
    stream(name, in -> content[0] = in.readAllBytes());
    return content[0];
  }

  /** Gives a content to whoever reads it, and compares it once it is read to its end. */
  void stream(String name, Reader reader) throws IOException {
    PackageEntry entry = byName.get(name);
    if (entry == null) {
      findings.add(Code.ENTRY_UNEXPECTED, "name", name);
      return;
    }
    CRC32 crc = new CRC32();
    MessageDigest sha256 = sha256();
    try (InputStream in =
        new DigestInputStream(new CheckedInputStream(file.content(entry), crc), sha256)) {
      reader.read(in);
    }
    @Nullable String expected = digests.get(name);
    boolean same = expected == null || expected.equals(HexFormat.of().formatHex(sha256.digest()));
    if (!same || (int) crc.getValue() != entry.crc()) {
      findings.add(Code.ENTRY_CHANGED, "name", name);
    }
  }

  /** Takes a content. */
  interface Reader {
    void read(InputStream in) throws IOException;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }
}
