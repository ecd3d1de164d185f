package org.aidledger.core.refusal;

import org.aidledger.core.refusal.command.KeepRefusals;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;

/** Puts refused commands on record for the auditors. */
public final class RefusalCommands {

  private final Streams streams;

  public RefusalCommands(Streams streams) {
    this.streams = streams;
  }

  @CommandHandler
  void handle(KeepRefusals command) {
    command.refusals().forEach(r -> streams.begin("Refusal", r.refusalId(), r));
  }
}
