package org.aidledger.api.dispatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.refusal.command.KeepRefusals;
import org.aidledger.core.refusal.event.CommandRefused;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;

/** Puts refused orders into the book, before anybody is told of the refusal. */
public final class RefusalLog {

  private final CommandCall commands;
  private final Consumer<RuleCode> kept;

  /**
   * Has kept nothing yet.
   *
   * @param kept is told the rule of each refusal that is on record
   */
  public RefusalLog(CommandCall commands, Consumer<RuleCode> kept) {
    this.commands = commands;
    this.kept = kept;
  }

  /** Keeps one refusal. */
  public void keep(RefusedOrder refused, AccountId actor) {
    keepAll(List.of(refused), actor);
  }

  /** Keeps the refusals of one request in one append. */
  public void keepAll(List<RefusedOrder> refused, AccountId actor) {
    List<CommandRefused> events = refused.stream().map(RefusalLog::event).toList();
    CommandMessage<Object> message =
        GenericCommandMessage.asCommandMessage(
            new KeepRefusals(events.getFirst().refusalId(), events));
    commands.send(message.andMetaData(Map.of(Streams.ACTOR, actor.toString())));
    refused.forEach(one -> kept.accept(one.code()));
  }

  private static CommandRefused event(RefusedOrder refused) {
    return new CommandRefused(
        UUID.randomUUID().toString(),
        refused.command(),
        refused.code().name(),
        refused.fundId(),
        refused.subject(),
        refused.facts());
  }
}
