package org.aidledger.core.finding;

import org.aidledger.core.finding.command.AnswerFinding;
import org.aidledger.core.finding.command.CloseFinding;
import org.aidledger.core.finding.command.RaiseFinding;
import org.aidledger.core.finding.event.FindingRaised;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Carries out the orders about findings. */
public final class FindingCommands {

  private final Repository<Finding> findings;
  private final Streams streams;

  public FindingCommands(Repository<Finding> findings, Streams streams) {
    this.findings = findings;
    this.streams = streams;
  }

  @CommandHandler
  void handle(RaiseFinding command) {
    String id = command.findingId().toString();
    streams.begin(
        "Finding",
        id,
        new FindingRaised(
            id,
            command.organisation(),
            command.fundId() == null ? null : command.fundId().toString(),
            command.severity().name(),
            command.exceptionKind(),
            command.positions().stream().distinct().sorted().toList(),
            command.text(),
            command.actor().toString()));
  }

  @CommandHandler
  void handle(AnswerFinding command) {
    findings
        .load(command.findingId().toString())
        .execute(f -> f.answer(command.answer(), command.actor()));
  }

  @CommandHandler
  void handle(CloseFinding command) {
    findings
        .load(command.findingId().toString())
        .execute(f -> f.close(command.conclusion(), command.actor()));
  }
}
