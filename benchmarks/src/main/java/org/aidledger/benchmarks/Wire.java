package org.aidledger.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection of HTTP 1.1 that is kept open, with as little work as the protocol asks for: on
 * two cores, what the client needs is missing at the ledger.
 */
final class Wire implements AutoCloseable {

  private static final int BUFFER = 16 * 1024;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final int HEXADECIMAL = 16;

  private final int port;
  private final String always;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  /**
   * Connects with the first request.
   *
   * @param port on this machine
   * @param token of the account that asks
   */
  Wire(int port, String token) {
    this.port = port;
    this.always =
        " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + token + "\r\n";
  }

  /**
   * What was answered, without its body.
   *
   * @param retryAfter whether it says when to come back
   */
  record Answer(int status, boolean retryAfter) {}

  Answer get(String path) throws IOException {
    return exchange(("GET " + path + always + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, String json) throws IOException {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    String head = "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    return exchange(("POST " + path + always + head + json).getBytes(StandardCharsets.UTF_8));
  }

  /** Connects, if that was not done. */
  InputStream connect() throws IOException {
    InputStream open = in;
    if (open != null) {
      return open;
    }
    Socket fresh = new Socket();
    fresh.setTcpNoDelay(true);
    fresh.setSoTimeout(PATIENCE_MILLIS);
    fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
    socket = fresh;
    in = new BufferedInputStream(fresh.getInputStream(), BUFFER);
    return in;
  }

  private Answer exchange(byte[] request) throws IOException {
    InputStream from = connect();
    Socket to = socket;
    if (to == null) {
      throw new EOFException("not connected");
    }
    to.getOutputStream().write(request);
    int status = Integer.parseInt(line(from).split(" ", 3)[1]);
    long length = 0;
    boolean chunked = false;
    boolean last = false;
    boolean retryAfter = false;
    for (String header = line(from); !header.isEmpty(); header = line(from)) {
      int colon = header.indexOf(':');
      String value = header.substring(colon + 1).strip();
      switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-length" -> length = Long.parseLong(value);
        case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
        case "connection" -> last = value.equalsIgnoreCase("close");
        case "retry-after" -> retryAfter = true;
        default -> {}
      }
    }
    if (chunked) {
      skipChunks(from);
    } else {
      from.skipNBytes(length);
    }
    if (last) {
      // After a hundred requests the server wants a new connection.
      close();
    }
    return new Answer(status, retryAfter);
  }

  private static void skipChunks(InputStream from) throws IOException {
    while (true) {
      int length = Integer.parseInt(line(from), HEXADECIMAL);
      from.skipNBytes(length);
      String end = line(from);
      if (!end.isEmpty()) {
        throw new IOException("a chunk is longer than it said");
      }
      if (length == 0) {
        return;
      }
    }
  }

  private static String line(InputStream from) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = from.read(); read != '\n'; read = from.read()) {
      if (read < 0) {
        throw new EOFException("the ledger closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    socket = null;
    in = null;
    if (open != null) {
      open.close();
    }
  }
}
