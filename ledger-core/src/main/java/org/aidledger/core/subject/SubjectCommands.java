package org.aidledger.core.subject;

import java.util.List;
import org.aidledger.core.refusal.Refused;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.stream.Streams;
import org.aidledger.core.subject.command.ConfirmKeyDestruction;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.core.subject.command.NoteReadings;
import org.aidledger.core.subject.command.RequestKeyDestruction;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Carries out the orders about people's keys and puts readings of personal data on record. */
public final class SubjectCommands {

  private final Repository<Subject> subjects;
  private final Streams streams;

  public SubjectCommands(Repository<Subject> subjects, Streams streams) {
    this.subjects = subjects;
    this.streams = streams;
  }

  @CommandHandler
  void handle(RequestKeyDestruction command) {
    String id = command.subjectId().toString();
    if (isKnown(id)) {
      subjects.load(id).execute(s -> s.requestAgain(command.reason(), command.actor()));
    } else {
      streams.begin(
          "Subject",
          id,
          new KeyDestructionRequested(id, command.reason(), command.actor().toString()));
    }
  }

  @CommandHandler
  void handle(ConfirmKeyDestruction command) {
    String id = command.subjectId().toString();
    if (!isKnown(id)) {
      throw new Refused(RuleCode.KEY_DESTRUCTION_NOT_PENDING);
    }
    subjects.load(id).execute(s -> s.confirm(command.actor()));
  }

  @CommandHandler
  void handle(NoteReading command) {
    note(command);
  }

  @CommandHandler
  void handle(NoteReadings command) {
    command.readings().forEach(this::note);
  }

  private void note(NoteReading reading) {
    streams.begin(
        "Access",
        reading.accessId(),
        new PersonalDataRead(
            reading.accessId(),
            reading.subjectId().toString(),
            reading.field(),
            reading.context()));
  }

  private boolean isKnown(String id) {
    return streams.find(List.of(id)).containsKey(id);
  }
}
