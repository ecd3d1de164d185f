package org.aidledger.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The names of everything inside the data folder; they are documented for operators. */
record DataFolder(Path root) {

  private static final String OWNER_ONLY = "rwx------";

  /** Creates what is missing, readable by this user alone, and resolves links in the path. */
  static DataFolder at(Path folder) {
    try {
      createPrivate(folder.toAbsolutePath());
      DataFolder data = new DataFolder(folder.toRealPath());
      createPrivate(data.log());
      return data;
    } catch (IOException e) {
      throw new DatabaseStartException(
          StartFailure.DATA_UNUSABLE, "The data folder " + folder + " cannot be used.", e);
    }
  }

  /** The cluster: everything that PostgreSQL itself keeps. */
  Path postgres() {
    return root.resolve("postgres");
  }

  /** The unpacked programs; they can be deleted while nothing runs. */
  Path runtime() {
    return root.resolve("runtime");
  }

  /** The server's own log, one file for each day of the week. */
  Path log() {
    return root.resolve("log");
  }

  /** What the server says before its log is open. */
  Path startLog() {
    return log().resolve("postgres-start.log");
  }

  /** How to reach the database, as shell variables. */
  Path env() {
    return root.resolve("postgres.env");
  }

  /** Locked by the process that uses the folder. */
  Path lock() {
    return root.resolve("ledger.lock");
  }

  private static void createPrivate(Path folder) throws IOException {
    Files.createDirectories(folder, ownerOnly(folder));
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }
}
