package org.aidledger.store.postgres;

/**
 * Why a database could not be started. The names are stable: callers turn them into sentences in
 * the reader's language and into exit statuses.
 */
public enum StartFailure {
  /** Another live process holds the data folder. */
  DATA_IN_USE,
  /** The data folder cannot be created, read or written by this user. */
  DATA_UNUSABLE,
  /** The data folder was written by another major version of PostgreSQL. */
  DATA_OTHER_VERSION,
  /** The password in {@code postgres.env} is not the one that the database knows. */
  DATA_PASSWORD_REFUSED,
  /** There are no PostgreSQL binaries for this operating system and processor. */
  PLATFORM_UNSUPPORTED,
  /** PostgreSQL refuses to run as root, and this machine offers no way to step down. */
  ROOT_NOT_ALLOWED,
  /** PostgreSQL ended, or did not become ready in time; its log says why. */
  DATABASE_NOT_STARTED
}
