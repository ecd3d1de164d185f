package org.aidledger.verifier.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outcome of one run. */
public final class Report {

  /** What was looked at or asked for. */
  public enum Kind {
    RECEIPT,
    PACKAGE,
    /** A head that was to be countersigned. */
    COUNTERSIGNATURE,
    /** A key that a witness wanted. */
    WITNESS_KEY
  }

  private final Kind kind;
  private final Findings findings = new Findings();
  private final List<Note> notes = new ArrayList<>();
  private final Map<Fact, String> facts = new LinkedHashMap<>();

  /** Begins a report that finds nothing. */
  public Report(Kind kind) {
    this.kind = kind;
  }

  /** What was looked at. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong. */
  public Findings findings() {
    return findings;
  }

  /** Whether everything holds that was looked at. */
  public boolean genuine() {
    return findings.isEmpty();
  }

  /** Adds what the reader should know. */
  public void note(Note note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** What the reader should know. */
  public List<Note> notes() {
    return List.copyOf(notes);
  }

  /** Adds a figure or name. */
  public void fact(Fact fact, Object value) {
    facts.put(fact, String.valueOf(value));
  }

  /** Figures and names in their order. */
  public Map<Fact, String> facts() {
    return Collections.unmodifiableMap(facts);
  }
}
