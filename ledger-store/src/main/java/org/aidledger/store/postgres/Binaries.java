package org.aidledger.store.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the archive that comes with the application. */
record Binaries(Path home) {

  /** The major version of the archive; a data folder of another one is refused. */
  static final String MAJOR_VERSION = "18";

  /**
   * Unpacks the archive of this operating system, once per archive. It is unpacked beside its final
   * place and renamed, so a folder with the final name is whole.
   */
  static Binaries unpack(Path runtime) {
    byte[] archive = archive();
    Path home = runtime.resolve("postgres-" + MAJOR_VERSION + "-" + digest(archive));
    try {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        Folders.delete(home);
        Files.createDirectories(runtime);
        Path beside = Files.createTempDirectory(runtime, "unpacking-");
        extract(archive, beside);
        moveInto(beside, home);
      }
      return new Binaries(home.toRealPath());
    } catch (IOException e) {
      throw new DatabaseStartException(
          StartFailure.DATA_UNUSABLE, "PostgreSQL could not be unpacked into " + runtime + ".", e);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static byte[] archive() {
    String system = System.getProperty("os.name", "");
    String family = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : system;
    String machine = System.getProperty("os.arch", "");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            family, "amd64".equals(machine) ? "x86_64" : machine)) {
      return archive.readAllBytes();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseStartException(
          StartFailure.PLATFORM_UNSUPPORTED,
          "There is no embedded PostgreSQL for " + system + " on " + machine + ".",
          e);
    }
  }

  private static String digest(byte[] archive) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void extract(byte[] archive, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path place = target.resolve(entry.getName()).normalize();
        if (!place.startsWith(target)) {
          throw new IOException("The archive names a place outside of it: " + entry.getName());
        }
        extractOne(tar, entry, place);
      }
    }
  }

  private static void extractOne(TarArchiveInputStream tar, TarArchiveEntry entry, Path place)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Path folder = Objects.requireNonNull(place.getParent());
    Files.createDirectories(folder);
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, place);
    if (folder.endsWith("bin") && !place.toFile().setExecutable(true, false)) {
      throw new IOException("A program could not be made executable: " + place);
    }
  }

  private static void moveInto(Path beside, Path home) throws IOException {
    try {
      Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process that shares the folder was faster; its copy is whole.
      Folders.delete(beside);
    } catch (IOException e) {
      Folders.delete(beside);
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }
}
