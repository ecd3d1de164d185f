package org.aidledger.system;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.harness.Client.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A client that records donations without a pause, one or several at a time, and remembers what was
 * acknowledged. When it gets no answer it mostly asks again with the same references, as a careful
 * program does, and sometimes gives up, as an impatient person does.
 */
final class Recorder implements Runnable {

  /** What became of everything that was sent; amounts in fen. */
  static final class Notes {
    final Map<String, Long> sent = new ConcurrentHashMap<>();
    final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    /** Positions that single donations were told. */
    final Map<String, Long> positions = new ConcurrentHashMap<>();

    final AtomicLong repeated = new AtomicLong();
    final AtomicLong unanswered = new AtomicLong();
    final List<String> surprises = java.util.Collections.synchronizedList(new ArrayList<>());

    int count() {
      return acknowledged.size();
    }
  }

  private final Desk desk;
  private final String path;
  private final String name;
  private final Random random;
  private final Notes notes;
  private final AtomicBoolean stop;

  Recorder(Desk desk, String fundId, String name, long seed, Notes notes, AtomicBoolean stop) {
    this.desk = desk;
    this.path = "/funds/" + fundId + "/donations";
    this.name = name;
    this.random = new Random(seed);
    this.notes = notes;
    this.stop = stop;
  }

  @Override
  public void run() {
    for (int i = 0; !stop.get(); i++) {
      int size = random.nextInt(4) == 0 ? 2 + random.nextInt(30) : 1;
      List<Map<String, Object>> lines = new ArrayList<>();
      for (int line = 0; line < size; line++) {
        lines.add(donation(name + "-" + i + "-" + line));
      }
      boolean single = size == 1;
      boolean patient = random.nextInt(4) > 0;
      while (!send(single ? path : path + "/batch", lines, single) && patient && !stop.get()) {
        Waiting.millis(50 + random.nextInt(100));
      }
    }
  }

  private Map<String, Object> donation(String reference) {
    long fen = 1L + random.nextInt(100_000);
    notes.sent.put(reference, fen);
    return Map.of(
        "reference",
        reference,
        "donor",
        Map.of("anonymous", true),
        "amount",
        "%d.%02d".formatted(fen / 100, fen % 100),
        "receivedOn",
        "2026-05-19",
        "channel",
        "CASH");
  }

  /** Whether there was an answer that needs no repetition. */
  private boolean send(String to, List<Map<String, Object>> lines, boolean single) {
    Answer answer;
    try {
      answer = desk.post(to, single ? lines.getFirst() : Map.of("donations", lines));
    } catch (UncheckedIOException lost) {
      notes.unanswered.incrementAndGet();
      return false;
    }
    switch (answer.status()) {
      case 200, 201 -> acknowledge(lines, answer.json(), single);
      case 429, 503 -> {
        notes.unanswered.incrementAndGet();
        return false;
      }
      default -> {
        notes.surprises.add(answer.status() + " " + answer.text());
        notes.unanswered.incrementAndGet();
        return false;
      }
    }
    return true;
  }

  private void acknowledge(List<Map<String, Object>> lines, JsonNode answer, boolean single) {
    if (!single && answer.path("refused").size() > 0) {
      notes.surprises.add("refused: " + answer.path("refused"));
      return;
    }
    for (Map<String, Object> line : lines) {
      String reference = String.valueOf(line.get("reference"));
      Long fen = notes.sent.get(reference);
      if (fen == null || notes.acknowledged.put(reference, fen) != null) {
        notes.surprises.add("acknowledged twice: " + reference);
      }
    }
    if (single) {
      notes.positions.put(
          String.valueOf(lines.getFirst().get("reference")), answer.path("position").asLong());
    }
    if (answer.path("alreadyRecorded").asInt(0) > 0
        || answer.path("status").asString("").equals("ALREADY_RECORDED")) {
      notes.repeated.incrementAndGet();
    }
  }
}
