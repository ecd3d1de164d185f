package org.aidledger.api.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.sheet.SheetSource;

/** A whole roster that was read, in memory. */
record Read(Proposal proposal, List<RosterLine> lines) {

  static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  static final RosterSettings SETTINGS = new RosterSettings(Currency.getInstance("CNY"), TODAY);

  static Path sample(String name) {
    return Path.of("..", "samples", name);
  }

  static SheetSource source(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  static SheetSource source(Path file) {
    return () -> Files.newInputStream(file);
  }

  static Read text(String text) {
    return of(source(text.getBytes(StandardCharsets.UTF_8)), MappingChoice.NONE);
  }

  static Read text(String text, Charset charset) {
    return of(source(text.getBytes(charset)), MappingChoice.NONE);
  }

  static Read of(SheetSource source, MappingChoice choice) {
    Proposal proposal = Rosters.propose(source, choice);
    if (!proposal.ready()) {
      throw new ApiProblem(proposal.problems().getFirst());
    }
    List<RosterLine> lines = new ArrayList<>();
    try (RosterLines open = Rosters.open(source, proposal.mapping(), SETTINGS)) {
      for (RosterLine line = open.next(); line != null; line = open.next()) {
        lines.add(line);
      }
    }
    return new Read(proposal, lines);
  }

  static String decoded(Path file, String charset) {
    try {
      return Files.readString(file, Charset.forName(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RosterRow> good() {
    return lines.stream()
        .filter(RosterLine.Good.class::isInstance)
        .map(line -> ((RosterLine.Good) line).row())
        .toList();
  }

  List<RosterLine.Bad> bad() {
    return lines.stream()
        .filter(RosterLine.Bad.class::isInstance)
        .map(RosterLine.Bad.class::cast)
        .toList();
  }

  /** The cells and codes of all problems, such as {@code E12 AMOUNT_TOO_FINE}. */
  List<String> problems() {
    return bad().stream()
        .flatMap(line -> line.problems().stream())
        .map(problem -> problem.cell() + " " + problem.problem().code())
        .toList();
  }

  List<RosterLine.Reason> skipped() {
    return lines.stream()
        .filter(RosterLine.Skipped.class::isInstance)
        .map(line -> ((RosterLine.Skipped) line).reason())
        .toList();
  }

  /** In minor units. */
  long total() {
    return good().stream()
        .mapToLong(
            row ->
                switch (row) {
                  case RosterRow.Donation d -> d.amount().minor();
                  case RosterRow.Payout p -> p.amount().minor();
                  case RosterRow.BankResult _ -> 0;
                })
        .sum();
  }
}
