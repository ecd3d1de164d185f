package org.aidledger.api.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.sheet.SheetSource;
import org.aidledger.store.file.FileVault;
import org.jspecify.annotations.Nullable;

/** An uploaded file, opened as often as needed, which tells how much of it was read. */
final class RosterFile implements SheetSource {

  private final FileVault vault;
  private final UUID file;
  private long read;

  /**
   * Names the file.
   *
   * @throws ApiProblem if it was deleted
   */
  RosterFile(FileVault vault, @Nullable UUID file) {
    if (file == null) {
      throw new ApiProblem(ApiCode.IMPORT_FILE_GONE);
    }
    this.vault = vault;
    this.file = file;
  }

  @Override
  public InputStream open() throws IOException {
    InputStream clear =
        vault.open(file).orElseThrow(() -> new ApiProblem(ApiCode.IMPORT_FILE_GONE));
    read = 0;
    return new Counting(clear);
  }

  /** Bytes that were read since it was opened last. */
  long bytesRead() {
    return read;
  }

  private final class Counting extends FilterInputStream {

    private Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      read += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int some = super.read(bytes, from, length);
      read += Math.max(0, some);
      return some;
    }
  }
}
