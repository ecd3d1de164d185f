package org.aidledger.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aidledger.evidence.leaf.EventLeaf;
import org.aidledger.evidence.merkle.TreeHasher;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.pack.ManifestNote;
import org.aidledger.evidence.pack.PackageWriter;
import org.jspecify.annotations.Nullable;

/**
 * A book of a test: events appended one by one as the server would, and the package that it would
 * make of them. Nothing is checked here, so that a book may break any rule.
 */
final class MadeUpBook {

  static final NoteSigner KEY = new NoteSigner("aid-ledger/test", new byte[32]);
  static final String FUND = id("fund");
  static final String FINANCE = id("finance");
  static final String FINANCE2 = id("finance2");
  static final String APPROVER = id("approver");
  static final String APPROVER2 = id("approver2");
  static final String CASHIER = id("cashier");

  private static final String SEALED =
      "{\"subjectId\":\"" + id("p") + "\",\"ciphertext\":\"v1.x\"}";

  private final List<EventLeaf> leaves = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final List<Long> checkpoints = new ArrayList<>();
  private final Map<String, String> balances = new LinkedHashMap<>();
  private String opening = "";
  private long first;
  private long nextEntry = 1;

  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  List<EventLeaf> leaves() {
    return leaves;
  }

  /** Seals what is there so far. */
  MadeUpBook checkpoint() {
    checkpoints.add((long) leaves.size());
    return this;
  }

  /** States what the fund has in the end. */
  MadeUpBook balance(String fund, long available, long reserved, long lastEntry) {
    balances.put(
        fund,
        "{\"fundId\":\"%s\",\"currency\":\"CNY\",\"available\":%d,\"reserved\":%d,\"lastEntryNumber\":%d}"
            .formatted(fund, available, reserved, lastEntry));
    return this;
  }

  /** Shows only what begins at a position, and states what the fund had before. */
  MadeUpBook from(long position, String fund, long available, long lastEntry) {
    first = position;
    opening =
        "{\"fundId\":\"%s\",\"currency\":\"CNY\",\"available\":%d,\"reserved\":0,\"lastEntryNumber\":%d}"
            .formatted(fund, available, lastEntry);
    return this;
  }

  /** Appends an event; the fields are names and values in turn. */
  MadeUpBook event(String actor, String stream, String streamId, String type, Object... fields) {
    StringBuilder payload = new StringBuilder("{");
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      String text = String.valueOf(value);
      boolean bare =
          value instanceof Number
              || value instanceof Boolean
              || text.startsWith("{")
              || text.startsWith("[");
      payload
          .append(i == 0 ? "" : ",")
          .append("\"" + fields[i] + "\":")
          .append(bare ? text : "\"" + text + "\"");
    }
    long sequence = sequences.merge(streamId, 1L, Long::sum) - 1;
    leaves.add(
        new EventLeaf(
            UUID.nameUUIDFromBytes(("event" + leaves.size()).getBytes(StandardCharsets.UTF_8)),
            stream,
            UUID.fromString(streamId),
            sequence,
            1_790_000_000_000L + leaves.size(),
            type,
            "1",
            payload.append("}").toString(),
            "{\"actor\":\"" + actor + "\"}"));
    return this;
  }

  MadeUpBook fund(String fund, @Nullable Long threshold) {
    Object[] fields = {
      "fundId",
      fund,
      "organisation",
      "某市总工会",
      "code",
      "C",
      "name",
      "N",
      "purpose",
      "P",
      "currency",
      "CNY",
      "treatment",
      "OWN_INCOME"
    };
    List<Object> all = new ArrayList<>(List.of(fields));
    if (threshold != null) {
      all.add("approvalThreshold");
      all.add(threshold);
    }
    return event(FINANCE, "Fund", fund, "FundOpened", all.toArray());
  }

  /** The control total of details with these ids. */
  MadeUpBook control(String movement, long total, String... ids) {
    String digest =
        HexFormat.of().formatHex(sha256(String.join("\n", ids).getBytes(StandardCharsets.UTF_8)));
    long first = nextEntry;
    nextEntry += ids.length;
    return movement.equals("DONATION")
        ? event(
            FINANCE,
            "Fund",
            FUND,
            "DonationsPosted",
            "fundId",
            FUND,
            "firstEntryNumber",
            first,
            "count",
            ids.length,
            "total",
            total,
            "digest",
            digest)
        : event(
            FINANCE,
            "Fund",
            FUND,
            "EntriesPosted",
            "fundId",
            FUND,
            "movement",
            movement,
            "firstEntryNumber",
            first,
            "count",
            ids.length,
            "total",
            total,
            "digest",
            digest);
  }

  /** A donation with its control total. */
  MadeUpBook donation(String name, long amount) {
    control("DONATION", amount, id(name));
    return donationAlone(name, amount);
  }

  /** So many donations under one control total. */
  MadeUpBook donations(String name, int count, long amount) {
    String[] names = IntStream.range(0, count).mapToObj(i -> name + i).toArray(String[]::new);
    long first = nextEntry;
    control(
        "DONATION", count * amount, Stream.of(names).map(MadeUpBook::id).toArray(String[]::new));
    for (int i = 0; i < count; i++) {
      donationAlone(names[i], amount, first + i);
    }
    return this;
  }

  MadeUpBook donationAlone(String name, long amount) {
    return donationAlone(name, amount, nextEntry - 1);
  }

  private MadeUpBook donationAlone(String name, long amount, long entryNumber) {
    return event(
        FINANCE,
        "Donation",
        id(name),
        "DonationReceived",
        "donationId",
        id(name),
        "fundId",
        FUND,
        "organisation",
        "O",
        "source",
        "S",
        "reference",
        name,
        "amount",
        amount,
        "currency",
        "CNY",
        "receivedOn",
        "2026-05-19",
        "channel",
        "CASH",
        "donor",
        "{\"kind\":\"ANONYMOUS\"}",
        "entryNumber",
        entryNumber);
  }

  MadeUpBook requested(String name, String requester, long amount, @Nullable String roster) {
    List<Object> fields =
        new ArrayList<>(
            List.of(
                "payoutId",
                id(name),
                "fundId",
                FUND,
                "organisation",
                "O",
                "reference",
                name,
                "kind",
                "AID"));
    if (roster != null) {
      fields.addAll(List.of("batchId", id(roster)));
    }
    fields.addAll(
        List.of(
            "amount",
            amount,
            "currency",
            "CNY",
            "payee",
            "{\"person\":" + SEALED + "}",
            "purpose",
            SEALED,
            "requestedBy",
            requester));
    return event(requester, "Payout", id(name), "PayoutRequested", fields.toArray());
  }

  MadeUpBook approved(String name, String approver, int approvals, boolean complete, long amount) {
    List<Object> fields =
        new ArrayList<>(
            List.of(
                "payoutId",
                id(name),
                "fundId",
                FUND,
                "approvedBy",
                approver,
                "approvals",
                approvals,
                "complete",
                complete,
                "amount",
                amount,
                "effectiveOn",
                "2026-05-19"));
    if (complete) {
      control("RESERVATION", amount, id(name));
      fields.addAll(List.of("entryNumber", nextEntry - 1));
    }
    return event(approver, "Payout", id(name), "PayoutApproved", fields.toArray());
  }

  MadeUpBook paid(String name, String payer, long amount) {
    control("PAYMENT", amount, id(name));
    return event(
        payer,
        "Payout",
        id(name),
        "PayoutPaid",
        "payoutId",
        id(name),
        "fundId",
        FUND,
        "kind",
        "AID",
        "amount",
        amount,
        "paidOn",
        "2026-05-20",
        "bankReference",
        "B",
        "paidBy",
        payer,
        "entryNumber",
        nextEntry - 1);
  }

  MadeUpBook corrected(String name, String actor, long before, long amount) {
    control("DONATION_CORRECTION", amount - before, id(name), id(name));
    return event(
        actor,
        "Donation",
        id(name),
        "DonationCorrected",
        "donationId",
        id(name),
        "fundId",
        FUND,
        "entryNumber",
        nextEntry - 2,
        "amountBefore",
        before,
        "receivedOnBefore",
        "2026-05-19",
        "amount",
        amount,
        "receivedOn",
        "2026-05-19",
        "donor",
        "{\"kind\":\"ANONYMOUS\"}",
        "reason",
        SEALED);
  }

  /** The events as lines. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < leaves.size(); i++) {
      lines.append(line(i, leaves.get(i))).append('\n');
    }
    return lines.toString();
  }

  static String line(long position, EventLeaf leaf) {
    return "{\"position\":%d,\"eventId\":\"%s\",\"streamType\":\"%s\",\"streamId\":\"%s\",\"sequence\":%d,\"recordedAt\":%d,\"type\":\"%s\",\"revision\":\"%s\",\"payload\":\"%s\",\"metadata\":\"%s\"}"
        .formatted(
            position,
            leaf.eventId(),
            leaf.streamType(),
            leaf.streamId(),
            leaf.sequence(),
            leaf.recordedAt(),
            leaf.type(),
            leaf.revision(),
            escaped(leaf.payload()),
            escaped(leaf.metadata()));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  SignedNote note(long size) {
    GrowingRoot tree = new GrowingRoot();
    leaves.stream().limit(size).forEach(leaf -> tree.add(1, new TreeHasher().leaf(leaf.encoded())));
    return KEY.sign(new Checkpoint(KEY.publicKey().name(), size, tree.root()).text());
  }

  /** The package of the whole book. */
  Path pack(Path folder) throws IOException {
    return pack(folder, lines(), null, KEY);
  }

  /** A package with other lines, of one fund, or signed by somebody else. */
  Path pack(Path folder, String lines, @Nullable String fundId, NoteSigner signer)
      throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put("events.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    contents.put("balances.json", balances().getBytes(StandardCharsets.UTF_8));
    checkpoints.forEach(
        size ->
            contents.put(
                "checkpoints/" + size + ".txt",
                note(size).toString().getBytes(StandardCharsets.UTF_8)));
    contents.put(
        "checkpoints/head.txt", note(leaves.size()).toString().getBytes(StandardCharsets.UTF_8));
    String entries =
        contents.entrySet().stream()
            .map(
                entry ->
                    "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
                        .formatted(
                            entry.getKey(),
                            entry.getValue().length,
                            HexFormat.of().formatHex(sha256(entry.getValue()))))
            .collect(Collectors.joining(","));
    String manifest =
        """
        {"format":"%s","book":"%s","publicKey":"%s",%s"people":"redacted","createdAt":"2026-05-19T00:00:00Z","firstPosition":%d,"endPosition":%d,"size":%d,"entries":[%s]}"""
            .formatted(
                ManifestNote.FORMAT,
                KEY.publicKey().name(),
                signer.publicKey(),
                fundId == null ? "" : "\"fundId\":\"" + fundId + "\",",
                first,
                leaves.size(),
                leaves.size(),
                entries);
    contents.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
    contents.put(
        "manifest.note",
        signer
            .sign(ManifestNote.text(manifest.getBytes(StandardCharsets.UTF_8)))
            .toString()
            .getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PackageWriter zip = new PackageWriter(bytes);
    for (Map.Entry<String, byte[]> entry : contents.entrySet()) {
      zip.add(entry.getKey(), entry.getValue());
    }
    zip.finish();
    return Files.write(Files.createTempFile(folder, "book", ".zip"), bytes.toByteArray());
  }

  private String balances() {
    return "{\"format\":\"aidledger.org/balances/v1\",\"opening\":["
        + opening
        + "],\"closing\":["
        + String.join(",", balances.values())
        + "]}";
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
