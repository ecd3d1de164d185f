package org.aidledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.evidence.merkle.Hash;
import org.aidledger.evidence.note.Checkpoint;
import org.aidledger.evidence.note.NoteException;
import org.aidledger.evidence.note.SignedNote;
import org.aidledger.evidence.pack.ManifestNote;
import org.aidledger.evidence.pack.PackageBrokenException;
import org.aidledger.evidence.pack.PackageFile;
import org.aidledger.verifier.check.Checks;
import org.aidledger.verifier.check.FundBalance;
import org.aidledger.verifier.check.Scope;
import org.aidledger.verifier.event.EventLines;
import org.aidledger.verifier.event.UnreadableException;
import org.aidledger.verifier.given.Given;
import org.aidledger.verifier.report.Code;
import org.aidledger.verifier.report.Fact;
import org.aidledger.verifier.report.Findings;
import org.aidledger.verifier.report.Note;
import org.aidledger.verifier.report.Report;
import org.aidledger.verifier.scratch.Scratch;
import tools.jackson.core.JacksonException;

/** Checks an audit package from its frame to the balances. */
final class PackageVerification {

  private static final String MANIFEST = "manifest.json";
  private static final String SIGNATURE = "manifest.note";
  private static final String EVENTS = "events.jsonl";
  private static final String BALANCES = "balances.json";
  private static final String PEOPLE = "people.jsonl";
  private static final String CHECKPOINTS = "checkpoints/";

  private final Given given;
  private final Report report = new Report(Report.Kind.PACKAGE);
  private final Findings findings = report.findings();

  PackageVerification(Given given) {
    this.given = given;
  }

  Report verify(Path path) throws IOException {
    try (PackageFile file = PackageFile.open(path)) {
      Entries entries = new Entries(file, findings);
      byte[] json = entries.small(MANIFEST);
      try {
        verify(entries, json, Manifest.parse(json));
      } catch (UnreadableException e) {
        findings.add(Code.MANIFEST_UNREADABLE, "what", String.valueOf(e.getMessage()));
      } catch (JacksonException e) {
        findings.add(Code.MANIFEST_UNREADABLE, "what", "json");
      }
    } catch (PackageBrokenException e) {
      findings.add(Code.PACKAGE_DAMAGED, "byte", e.offset());
    }
    return report;
  }

  private void verify(Entries entries, byte[] json, Manifest manifest) throws IOException {
    describe(manifest);
    Keys keys = Keys.of(given.keys(), manifest.publicKey(), report);
    requireSigned(keys, json, entries.small(SIGNATURE));
    entries.expect(manifest, MANIFEST, SIGNATURE);
    Map<Long, List<Expected>> expected = checkpoints(entries, keys, manifest);
    StatedBalances stated = balances(entries);
    if (entries.has(PEOPLE)) {
      report.note(Note.PEOPLE_NOT_PROVEN);
      entries.stream(PEOPLE, in -> in.transferTo(OutputStream.nullOutputStream()));
    }
    try (Scratch scratch = new Scratch()) {
      replay(entries, manifest, expected, stated, scratch);
    }
  }

  private void replay(
      Entries entries,
      Manifest manifest,
      Map<Long, List<Expected>> expected,
      StatedBalances stated,
      Scratch scratch)
      throws IOException {
    Scope scope = new Scope(manifest.firstPosition() == 0, manifest.fundId());
    Checks checks = new Checks(scope, findings, scratch);
    stated.opening().forEach(checks::begin);
    Replay replay = new Replay(manifest, checks, expected, findings);
    entries.stream(EVENTS, in -> read(in, replay));
    replay.end();
    report.fact(Fact.EVENTS, replay.shown());
    if (!manifest.whole()) {
      report.fact(Fact.HASHES, replay.hidden());
    }
    report.fact(Fact.ENTRIES, checks.entries());
    report.fact(Fact.FUNDS, checks.balances().size());
    compare(stated, checks.balances());
  }

  private static void read(InputStream in, Replay replay) throws IOException {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    new EventLines(threads).read(in, replay::on);
  }

  private void describe(Manifest manifest) {
    report.fact(Fact.BOOK, manifest.book());
    report.fact(Fact.SIZE, manifest.size());
    report.fact(Fact.MADE_AT, manifest.createdAt());
    report.fact(Fact.PEOPLE, manifest.people());
    if (manifest.fundId() != null) {
      report.fact(Fact.FUND, manifest.fundId());
      report.note(Note.ONE_FUND);
    }
    if (manifest.from() != null) {
      report.fact(Fact.FROM, manifest.from());
    }
    if (manifest.to() != null) {
      report.fact(Fact.TO, manifest.to());
    }
    if (manifest.from() != null || manifest.to() != null) {
      report.note(Note.DAYS_BY_SERVER);
    }
    if (manifest.firstPosition() > 0) {
      report.note(Note.ONE_PERIOD);
    }
    boolean ordered =
        manifest.firstPosition() <= manifest.endPosition()
            && manifest.endPosition() <= manifest.size();
    if (!ordered) {
      findings.add(Code.MANIFEST_CONTRADICTED, "what", "endPosition");
    }
  }

  private void requireSigned(Keys keys, byte[] json, byte[] signature) {
    boolean signed;
    try {
      SignedNote note = SignedNote.parse(new String(signature, StandardCharsets.UTF_8));
      signed = note.text().equals(ManifestNote.text(json)) && keys.signed(note);
    } catch (NoteException e) {
      signed = false;
    }
    if (!signed) {
      findings.add(Code.MANIFEST_SIGNATURE);
    }
  }

  /** The roots that the events must lead to, by the size of the tree. */
  private Map<Long, List<Expected>> checkpoints(Entries entries, Keys keys, Manifest manifest)
      throws IOException {
    Map<Long, List<Expected>> expected = new TreeMap<>();
    int count = 0;
    boolean headFound = manifest.size() == 0;
    for (String name : entries.names()) {
      if (!name.startsWith(CHECKPOINTS)) {
        continue;
      }
      String text = new String(entries.small(name), StandardCharsets.UTF_8);
      Checkpoint checkpoint = keys.checkpoint(text, name).orElse(null);
      count++;
      if (checkpoint != null) {
        if (checkpoint.size() == manifest.size() && !headFound) {
          headFound = true;
          report.fact(Fact.ROOT, checkpoint.root());
          keys.describeHead(text);
        }
        add(expected, checkpoint, name);
      }
    }
    report.fact(Fact.CHECKPOINTS, count);
    if (!headFound) {
      findings.add(Code.MANIFEST_CONTRADICTED, "what", "size");
    }
    if (given.checkpoints().isEmpty()) {
      report.note(Note.NO_CHECKPOINT_GIVEN);
    }
    for (Given.Text note : given.checkpoints()) {
      keys.checkpoint(note.text(), note.name()).ifPresent(c -> add(expected, c, note.name()));
    }
    return expected;
  }

  private static void add(Map<Long, List<Expected>> expected, Checkpoint it, String name) {
    expected
        .computeIfAbsent(it.size(), size -> new ArrayList<>())
        .add(new Expected(name, it.root()));
  }

  private StatedBalances balances(Entries entries) throws IOException {
    try {
      return StatedBalances.parse(entries.small(BALANCES));
    } catch (UnreadableException | JacksonException e) {
      findings.add(Code.BALANCES_UNREADABLE);
      return new StatedBalances(List.of(), List.of());
    }
  }

  private void compare(StatedBalances stated, Map<String, FundBalance> computed) {
    Map<String, FundBalance> left = new TreeMap<>(computed);
    for (FundBalance said : stated.closing()) {
      FundBalance is = left.remove(said.fundId());
      if (is == null) {
        findings.add(Code.BALANCE_UNEXPECTED, "fund", said.fundId());
      } else if (!is.equals(said)) {
        findings.add(
            Code.BALANCE_DIFFERS,
            "fund",
            said.fundId(),
            "statedAvailable",
            said.available(),
            "statedReserved",
            said.reserved(),
            "available",
            is.available(),
            "reserved",
            is.reserved());
      }
    }
    left.keySet().forEach(fund -> findings.add(Code.BALANCE_UNEXPECTED, "fund", fund));
  }

  /** A root that the tree must have at its size. */
  record Expected(String name, Hash root) {}
}
