package org.aidledger.api.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;

/** Ends in a problem as soon as more bytes come than may. */
final class BoundedStream extends FilterInputStream {

  private final long most;
  private long left;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      take(1);
    }
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      take(count);
    }
    return count;
  }

  @Override
  public long skip(long count) {
    // Skipped bytes would escape the counting.
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void take(int count) {
    left -= count;
    if (left < 0) {
      throw tooLarge(most);
    }
  }

  static ApiProblem tooLarge(long most) {
    return new ApiProblem(ApiCode.FILE_TOO_LARGE, Upload.FILE, Map.of("maxBytes", most));
  }
}
