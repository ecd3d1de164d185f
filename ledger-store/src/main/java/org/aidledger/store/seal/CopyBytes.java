package org.aidledger.store.seal;

import java.sql.SQLException;
import org.postgresql.copy.CopyOut;

/** The bytes of a COPY, however the server cuts them into messages. */
final class CopyBytes {

  private final CopyOut copy;
  private byte[] message = new byte[0];
  private int at;

  CopyBytes(CopyOut copy) {
    this.copy = copy;
  }

  int int16() throws SQLException {
    return (short) ((next() << 8) | next());
  }

  int int32() throws SQLException {
    return (next() << 24) | (next() << 16) | (next() << 8) | next();
  }

  long int64() throws SQLException {
    return ((long) int32() << 32) | (int32() & 0xFFFF_FFFFL);
  }

  void into(byte[] target, int offset, int length) throws SQLException {
    int done = 0;
    while (done < length) {
      fill();
      int some = Math.min(length - done, message.length - at);
      System.arraycopy(message, at, target, offset + done, some);
      at += some;
      done += some;
    }
  }

  void skip(int length) throws SQLException {
    for (int i = 0; i < length; i++) {
      next();
    }
  }

  /** Takes the server's word that this was all. */
  void end() throws SQLException {
    if (at < message.length || copy.readFromCopy() != null) {
      throw new SealException("Something follows the end of what was read from the book.");
    }
  }

  /** Throws the rest away. */
  void drain() throws SQLException {
    while (copy.isActive() && copy.readFromCopy() != null) {
      at = message.length;
    }
  }

  /**
   * The rest of the message that is being read, never empty; from {@link #at()} on.
   *
   * @throws SealException if there is none
   */
  byte[] message() throws SQLException {
    fill();
    return message;
  }

  int at() {
    return at;
  }

  /** What stands before here has been read out of the message. */
  void readTo(int offset) {
    at = offset;
  }

  private int next() throws SQLException {
    fill();
    return message[at++] & 0xFF;
  }

  private void fill() throws SQLException {
    while (at == message.length) {
      byte[] more = copy.readFromCopy();
      if (more == null) {
        throw new SealException("The book could not be read to its end.");
      }
      message = more;
      at = 0;
    }
  }
}
