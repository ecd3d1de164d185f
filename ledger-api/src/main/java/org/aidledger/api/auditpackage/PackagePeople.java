package org.aidledger.api.auditpackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.person.People;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.subject.SealedText;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.core.subject.command.NoteReadings;
import org.aidledger.store.seal.BookExport;
import org.aidledger.store.seal.BookSlice;
import org.aidledger.store.subject.SubjectVault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the personal fields of a slice in clear, beside the events, which stay as they were
 * sealed. Whose fields they are is on record as read before a line is written. Fields whose key was
 * destroyed are left out.
 */
final class PackagePeople {

  /** What the readings are called in the book. */
  static final String FIELD = "auditPackage";

  private static final int TOGETHER = 500;
  private static final int REMEMBERED = 50_000;
  private static final JsonMapper JSON = new JsonMapper();

  private final BookExport book;
  private final SubjectVault vault;
  private final Ledger ledger;

  PackagePeople(BookExport book, SubjectVault vault, Ledger ledger) {
    this.book = book;
    this.vault = vault;
    this.ledger = ledger;
  }

  void write(PackageOrder order, BookSlice slice, OutputStream out) throws IOException {
    Writing writing = new Writing(order, out);
    book.payloads(slice, writing::take);
    writing.flush();
  }

  private record Found(long position, String field, People.Kind kind, SealedText sealed) {}

  /** One line of people.jsonl. */
  private record Line(long position, String field, Map<String, String> values) {}

  private final class Writing {

    private final PackageOrder order;
    private final OutputStream out;
    private final List<Found> waiting = new ArrayList<>();

    /** Bounded, so that memory does not grow with the book; who is forgotten is noted again. */
    private final Map<String, Boolean> noted =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
          }
        };

    Writing(PackageOrder order, OutputStream out) {
      this.order = order;
      this.out = out;
    }

    void take(long position, String payload) throws IOException {
      if (payload.contains("\"ciphertext\"")) {
        find(position, "", JSON.readTree(payload));
      }
      if (waiting.size() >= TOGETHER) {
        flush();
      }
    }

    private void find(long position, String path, JsonNode node) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        String name = path + field.getKey();
        JsonNode subject = value.path("subjectId");
        JsonNode ciphertext = value.path("ciphertext");
        if (subject.isString() && ciphertext.isString()) {
          SealedText sealed = new SealedText(subject.asString(), ciphertext.asString());
          waiting.add(new Found(position, name, kind(field.getKey()), sealed));
        } else if (value.isObject()) {
          find(position, name + ".", value);
        }
      }
    }

    void flush() throws IOException {
      if (waiting.isEmpty()) {
        return;
      }
      note();
      for (People.Kind kind : People.Kind.values()) {
        List<Found> ofKind = waiting.stream().filter(found -> found.kind == kind).toList();
        List<Optional<Map<String, String>>> opened =
            vault.openAll(ofKind.stream().map(Found::sealed).toList(), kind.name());
        for (int i = 0; i < opened.size(); i++) {
          if (opened.get(i).isPresent()) {
            Found found = ofKind.get(i);
            Line line = new Line(found.position, found.field, opened.get(i).get());
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      waiting.clear();
    }

    private void note() {
      Set<String> subjects =
          waiting.stream()
              .map(found -> found.sealed.subjectId())
              .filter(subject -> !noted.containsKey(subject))
              .collect(Collectors.toSet());
      if (subjects.isEmpty()) {
        return;
      }
      List<NoteReading> readings =
          subjects.stream()
              .map(
                  subject ->
                      new NoteReading(
                          UUID.randomUUID().toString(),
                          SubjectId.of(subject),
                          FIELD,
                          order.packageId().toString()))
              .toList();
      ledger.execute(
          new NoteReadings(UUID.randomUUID().toString(), readings),
          new AccountId(order.orderedBy()));
      subjects.forEach(subject -> noted.put(subject, true));
    }

    private static People.Kind kind(String field) {
      return switch (field) {
        case "person" -> People.Kind.PERSON;
        case "username" -> People.Kind.USERNAME;
        default -> People.Kind.TEXT;
      };
    }
  }
}
