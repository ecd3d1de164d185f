package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteSigner;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.pack.ManifestNote;
import org.aidledger.evidence.pack.PackageWriter;
import org.aidledger.projections.ReadPosition;
import org.aidledger.store.seal.BookExport;
import org.aidledger.store.seal.BookSlice;
import tools.jackson.databind.json.JsonMapper;

/** Writes one package from its first byte to its last, in the form of docs/evidence. */
final class PackageMaker {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 200;

  private final BookExport book;
  private final PackagePeople people;
  private final PackageBalances balances;
  private final ReadPosition reading;
  private final NoteSigner signer;
  private final Clock clock;

  PackageMaker(
      BookExport book,
      PackagePeople people,
      PackageBalances balances,
      ReadPosition reading,
      NoteSigner signer,
      Clock clock) {
    this.book = book;
    this.people = people;
    this.balances = balances;
    this.reading = reading;
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Writes a package.
   *
   * @param progress told the hundredths that are done
   * @throws IOException if writing fails, or the book is not sealed or not read up in time
   */
  void make(PackageOrder order, OutputStream out, IntConsumer progress)
      throws IOException, InterruptedException {
    Checkpoint head = Checkpoint.of(head());
    BookSlice slice = slice(order, head.size());
    List<SignedNote> notes = book.checkpoints(head.size());
    PackageWriter zip = new PackageWriter(out);
    List<Entry> entries = new ArrayList<>();
    long all = Math.max(1, slice.end() - slice.first());
    int most = order.full() ? 50 : 98;
    add(
        zip,
        entries,
        "events.jsonl",
        content -> {
          try (HandedOn beside = new HandedOn(content)) {
            book.write(
                slice,
                notes,
                beside,
                next ->
                    progress.accept((int) (Math.clamp(next - slice.first(), 0, all) * most / all)));
          }
        });
    if (order.full()) {
      add(zip, entries, "people.jsonl", content -> people.write(order, slice, content));
    }
    if (!reading.await(slice.end() - 1, PATIENCE)) {
      throw new IOException("The read models are too far behind.");
    }
    add(zip, entries, "balances.json", content -> content.write(balances(slice)));
    checkpoints(zip, entries, notes);
    byte[] manifest = JSON.writeValueAsBytes(manifest(order, slice, entries));
    zip.add("manifest.json", manifest);
    zip.add("manifest.note", utf8(signer.sign(ManifestNote.text(manifest)).toString()));
    zip.finish();
    progress.accept(100);
  }

  private SignedNote head() throws IOException, InterruptedException {
    for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK_MILLIS) {
      var head = book.steadyHead();
      if (head.isPresent()) {
        return head.get();
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException("Nothing of the book was sealed in time.");
  }

  private BookSlice slice(PackageOrder order, long size) {
    long first =
        order.from() == null
            ? 0
            : book.firstAfter(
                order.from().atStartOfDay(clock.getZone()).toInstant().toEpochMilli() - 1);
    long end =
        order.to() == null
            ? size
            : book.firstAfter(
                order.to().plusDays(1).atStartOfDay(clock.getZone()).toInstant().toEpochMilli()
                    - 1);
    long last = Math.min(end, size);
    return new BookSlice(Math.min(first, last), last, size, order.fundId());
  }

  private byte[] balances(BookSlice slice) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", "aidledger.org/balances/v1");
    json.put("opening", balances.after(slice.first() - 1, slice.fundId()));
    json.put("closing", balances.after(slice.end() - 1, slice.fundId()));
    return JSON.writeValueAsBytes(json);
  }

  private static void checkpoints(PackageWriter zip, List<Entry> entries, List<SignedNote> notes)
      throws IOException {
    for (int i = 0; i < notes.size(); i++) {
      byte[] note = utf8(notes.get(i).toString());
      add(
          zip,
          entries,
          "checkpoints/%06d-%d.txt".formatted(i, Checkpoint.of(notes.get(i)).size()),
          content -> content.write(note));
    }
  }

  private Map<String, Object> manifest(PackageOrder order, BookSlice slice, List<Entry> entries) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", ManifestNote.FORMAT);
    json.put("book", signer.publicKey().name());
    json.put("publicKey", signer.publicKey().toString());
    if (order.fundId() != null) {
      json.put("fundId", order.fundId().toString());
    }
    if (order.from() != null) {
      json.put("from", order.from().toString());
    }
    if (order.to() != null) {
      json.put("to", order.to().toString());
    }
    json.put("people", order.people());
    json.put("createdAt", clock.instant().toString());
    json.put("firstPosition", slice.first());
    json.put("endPosition", slice.end());
    json.put("size", slice.size());
    json.put("entries", entries);
    return json;
  }

  /** What the manifest says of an entry. */
  private record Entry(String name, long size, String sha256) {}

  private static void add(PackageWriter zip, List<Entry> entries, String name, Writing writing)
      throws IOException {
    MessageDigest sha256 = sha256();
    Counted counted;
    try (OutputStream content = zip.begin(name)) {
      counted = new Counted(new DigestOutputStream(content, sha256));
      writing.to(counted);
      counted.flush();
    }
    entries.add(new Entry(name, counted.count, HexFormat.of().formatHex(sha256.digest())));
  }

  private interface Writing {
    void to(OutputStream content) throws IOException;
  }

  /** Counts what passes. */
  private static final class Counted extends OutputStream {

    private final OutputStream out;
    private long count;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256, but this one has not.", e);
    }
  }
}
