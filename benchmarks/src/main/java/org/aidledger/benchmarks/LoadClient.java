package org.aidledger.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.aidledger.api.donation.DonationDraft;
import org.aidledger.api.person.DonorDraft;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the ledger as a process of its own: reads the port, the token and then loads from its
 * standard input, one a line, and answers each with what it came to. It says nothing else.
 */
final class LoadClient {

  /** Ends what is under way, which is answered with what was done by then. */
  static final String STOP = "stop";

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;
  private final String token;
  private volatile boolean stopped;

  private LoadClient(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Works until its input ends. */
  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    LoadClient client = new LoadClient(Integer.parseInt(in.readLine()), in.readLine());
    try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String order = line;
        if (order.equals(STOP)) {
          client.stopped = true;
        } else {
          client.stopped = false;
          worker.execute(() -> client.answer(order));
        }
      }
    }
  }

  private void answer(String order) {
    String answer;
    try {
      answer = JSON.writeValueAsString(runAll(List.of(JSON.readValue(order, ClientLoad[].class))));
    } catch (InterruptedException | RuntimeException failure) {
      failure.printStackTrace();
      answer = "[]";
    }
    System.out.println(answer);
  }

  /** All loads at the same time. */
  private List<ClientLoad.Outcome> runAll(List<ClientLoad> loads) throws InterruptedException {
    List<CompletableFuture<ClientLoad.Outcome>> running = new ArrayList<>();
    for (ClientLoad load : loads) {
      running.add(
          CompletableFuture.supplyAsync(
              () -> run(load), work -> Thread.ofPlatform().daemon().start(work)));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  private ClientLoad.Outcome run(ClientLoad load) {
    List<Wire> wires = new ArrayList<>();
    try {
      for (int i = 0; i < load.connections(); i++) {
        Wire wire = new Wire(port, token);
        wires.add(wire);
        var _ = wire.connect();
      }
      return run(load, wires);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException("the load broke off", failure);
    } finally {
      wires.forEach(LoadClient::close);
    }
  }

  private ClientLoad.Outcome run(ClientLoad load, List<Wire> wires) throws InterruptedException {
    AtomicInteger refused = new AtomicInteger();
    LongAdder fen = new LongAdder();
    double rate = load.perSecond() == 0 ? Double.POSITIVE_INFINITY : load.perSecond();
    Pace pace = new Pace(load.connections(), rate, load.seconds(), () -> stopped);
    Pace.Outcome outcome =
        pace.send(
            load.from(),
            load.to(),
            (sender, index) -> {
              boolean accepted = send(load, wires.get(sender), index);
              if (!accepted) {
                refused.incrementAndGet();
              } else if (load.kind() == ClientLoad.Kind.DONATIONS) {
                fen.add(Donations.fen(index));
              }
              return accepted;
            });
    return new ClientLoad.Outcome(
        outcome.orders() - refused.get(),
        refused.get(),
        fen.sum(),
        outcome.seconds(),
        Latency.of(outcome.sinceDue()),
        Latency.of(outcome.sinceSent()));
  }

  private static boolean send(ClientLoad load, Wire wire, int index) throws IOException {
    String path = load.paths().get(index % load.paths().size());
    return switch (load.kind()) {
      case DONATIONS -> {
        Wire.Answer answer = wire.post(path, body(Donations.draft(index)));
        if (answer.status() == TOO_MANY && answer.retryAfter()) {
          yield false;
        }
        yield require(CREATED, answer, path);
      }
      case READS -> require(OK, wire.get(path), path);
    };
  }

  private static boolean require(int status, Wire.Answer answer, String path) {
    if (answer.status() != status) {
      throw new IllegalStateException(path + " was answered " + answer);
    }
    return true;
  }

  /** A donation as a program sends it. */
  static String body(DonationDraft draft) {
    DonorDraft donor = draft.donor();
    return JSON.writeValueAsString(
        Map.of(
            "source", draft.source(),
            "reference", draft.reference(),
            "amount", draft.amount().toDecimal(),
            "receivedOn", draft.receivedOn().toString(),
            "channel", draft.channel().name(),
            "donor",
                Map.of(
                    "name", String.valueOf(donor.name()),
                    "organisation", String.valueOf(donor.organisation()),
                    "staffNumber", String.valueOf(donor.staffNumber()))));
  }

  private static void close(Wire wire) {
    try {
      wire.close();
    } catch (IOException closedAlready) {
      // Nothing is sent on it any more.
      return;
    }
  }
}
