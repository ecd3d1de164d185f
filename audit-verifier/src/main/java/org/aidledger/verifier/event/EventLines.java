package org.aidledger.verifier.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads the lines of the events in pieces, parses and hashes the pieces on several threads, and
 * gives the lines in their order. A bounded number of pieces is under way, so that memory does not
 * grow with the file.
 */
public final class EventLines {

  private static final int PIECE_BYTES = 1 << 18;
  private static final int LONGEST_LINE = 1 << 24;

  /** Pieces with long lines are larger than others; fewer of them are under way. */
  private static final int MOST_BYTES_UNDER_WAY = 1 << 25;

  private final int threads;

  /** Takes how many threads parse. */
  public EventLines(int threads) {
    this.threads = threads;
  }

  /**
   * Reads a stream to its end, on the calling thread, which also takes the lines. Behind a line
   * that is too long to be one of a package nothing is parsed any more.
   *
   * @throws IOException if the stream fails
   */
  public void read(InputStream in, Consumer<Line> lines) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      Deque<Parsing> underWay = new ArrayDeque<>();
      Pieces pieces = new Pieces(in);
      long before = 0;
      long bytes = 0;
      for (Piece piece = pieces.next(); piece.length() > 0; piece = pieces.next()) {
        Piece taken = piece;
        underWay.add(new Parsing(workers.submit(() -> parse(taken)), piece.bytes().length));
        bytes += piece.bytes().length;
        while (underWay.size() > 2 * threads
            || (bytes > MOST_BYTES_UNDER_WAY && !underWay.isEmpty())) {
          Parsing first = underWay.remove();
          before += give(result(first.lines()), before, lines);
          bytes -= first.bytes();
        }
      }
      while (!underWay.isEmpty()) {
        before += give(result(underWay.remove().lines()), before, lines);
      }
      if (pieces.tooLong()) {
        lines.accept(new Line.Broken(before + 1, "length"));
        // The caller compares the digest of the whole entry.
        in.transferTo(OutputStream.nullOutputStream());
      }
    } finally {
      workers.shutdownNow();
    }
  }

  /** A piece that is being parsed. */
  private record Parsing(Future<List<Line>> lines, int bytes) {}

  /** The number of a broken line counts from the beginning of the file, not of its piece. */
  private static int give(List<Line> piece, long before, Consumer<Line> lines) {
    for (Line line : piece) {
      lines.accept(
          line instanceof Line.Broken broken
              ? new Line.Broken(before + broken.number(), broken.what())
              : line);
    }
    return piece.size();
  }

  private static List<Line> result(Future<List<Line>> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The verification was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OutOfMemoryError full) {
        // Which is no fault of the file.
        throw full;
      }
      throw new IOException("A line could not be read.", e.getCause());
    }
  }

  private static List<Line> parse(Piece piece) {
    LineReader reader = new LineReader();
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < piece.length(); i++) {
      if (piece.bytes()[i] == '\n') {
        lines.add(reader.read(1 + lines.size(), piece.bytes(), start, i - start));
        start = i + 1;
      }
    }
    if (start < piece.length()) {
      lines.add(new Line.Broken(1 + lines.size(), "newline"));
    }
    return lines;
  }

  /** Whole lines, but for the last piece of a file that ends within one. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Piece(byte[] bytes, int length) {}

  /** Cuts a stream behind line ends. */
  private static final class Pieces {

    private final InputStream in;
    private byte[] rest = new byte[0];
    private boolean tooLong;

    Pieces(InputStream in) {
      this.in = in;
    }

    Piece next() throws IOException {
      byte[] bytes = Arrays.copyOf(rest, Math.max(PIECE_BYTES, 2 * rest.length));
      int length = rest.length;
      int cut = 0;
      while (cut == 0) {
        int read = in.readNBytes(bytes, length, bytes.length - length);
        length += read;
        boolean ended = length < bytes.length;
        cut = ended ? length : behindLastNewline(bytes, length);
        if (cut == 0) {
          if (bytes.length > LONGEST_LINE) {
            tooLong = true;
            return new Piece(rest, 0);
          }
          bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        if (ended) {
          break;
        }
      }
      rest = Arrays.copyOfRange(bytes, cut, length);
      return new Piece(bytes, cut);
    }

    /** Whether the stream was left within a line that no event has. */
    boolean tooLong() {
      return tooLong;
    }

    private static int behindLastNewline(byte[] bytes, int length) {
      int cut = length;
      while (cut > 0 && bytes[cut - 1] != '\n') {
        cut--;
      }
      return cut;
    }
  }
}
