package org.aidledger.benchmarks;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.account.Tokens;
import org.aidledger.api.security.Credentials;
import org.aidledger.core.account.AccountId;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** A {@link LoadClient} that sends over loopback, with a token of an account. */
final class ClientProcess implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx384m");
  private static final int PATIENCE_SECONDS = 10;

  private final Process process;
  private final PrintStream out;
  private final BufferedReader in;

  private ClientProcess(Process process) {
    this.process = process;
    this.out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.in =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ClientProcess start(BenchLedger ledger) throws IOException {
    return start(ledger, "finance");
  }

  static ClientProcess start(BenchLedger ledger, String username) throws IOException {
    ClientProcess client =
        new ClientProcess(
            new ProcessBuilder(OwnProcess.command(JAVA_OPTIONS, LoadClient.class))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    client.out.println(port(ledger));
    // Not on the command line, which every account of the machine can read.
    client.out.println(token(ledger, username));
    return client;
  }

  /** Where a ledger listens. */
  static int port(BenchLedger ledger) {
    return ledger.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
  }

  /** A new token of the account finance. */
  static String token(BenchLedger ledger) {
    return token(ledger, "finance");
  }

  private static String token(BenchLedger ledger, String username) {
    AccountId account =
        ledger.bean(Credentials.class).byUsername(username).orElseThrow().accountId();
    return ledger.bean(Tokens.class).issue(account, "bench", null).token();
  }

  /** Sends a load to its end. */
  ClientLoad.Outcome send(ClientLoad load) throws IOException {
    begin(List.of(load));
    return end().getFirst();
  }

  /** Begins to send loads, all at the same time. */
  void begin(List<ClientLoad> loads) {
    out.println(JSON.writeValueAsString(loads));
  }

  /** Tells the client to end what it has begun. */
  void stop() {
    out.println(LoadClient.STOP);
  }

  /** Waits until the loads that were begun are over; one outcome each. */
  List<ClientLoad.Outcome> end() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("the client ended");
    }
    List<ClientLoad.Outcome> outcomes = List.of(JSON.readValue(line, ClientLoad.Outcome[].class));
    if (outcomes.isEmpty()) {
      throw new IOException("the client failed; it has said why");
    }
    return outcomes;
  }

  @Override
  public void close() throws IOException {
    out.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    in.close();
  }
}
