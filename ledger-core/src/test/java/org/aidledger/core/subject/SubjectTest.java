package org.aidledger.core.subject;

import static org.aidledger.core.fixture.Orders.sealed;
import static org.aidledger.core.fixture.People.*;

import java.util.List;
import java.util.UUID;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.fixture.LedgerFixture;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.command.ConfirmKeyDestruction;
import org.aidledger.core.subject.command.NoteReading;
import org.aidledger.core.subject.command.NoteReadings;
import org.aidledger.core.subject.command.RequestKeyDestruction;
import org.aidledger.core.subject.event.KeyDestroyed;
import org.aidledger.core.subject.event.KeyDestructionRequested;
import org.aidledger.core.subject.event.PersonalDataRead;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Two people destroy a key; one person reads, and that is on record. */
class SubjectTest {

  private static final SubjectId SUBJECT = new SubjectId(new UUID(0x4000L, 0x8000L));
  private static final String ID = SUBJECT.toString();

  private final LedgerFixture ledger = new LedgerFixture();

  @Nested
  class DestroyingAKey {

    @Test
    void onePersonAsksAndAnotherAgrees() {
      ledger.when(ADMIN, ask(ADMIN)).thenEvents(asked(ADMIN));
      ledger
          .when(ADMIN2, agree(ADMIN2))
          .thenEvents(new KeyDestroyed(ID, ADMIN.toString(), ADMIN2.toString()));
    }

    @Test
    void nobodyAgreesWithThemselves() {
      ledger.given(ADMIN, ask(ADMIN));
      ledger.when(ADMIN, agree(ADMIN)).thenRefused(RuleCode.SELF_CONFIRMATION);
    }

    @Test
    void nobodyAgreesToWhatNobodyAskedFor() {
      ledger.when(ADMIN2, agree(ADMIN2)).thenRefused(RuleCode.KEY_DESTRUCTION_NOT_PENDING);
    }

    @Test
    void askingAgainChangesNothingUnlessAnotherPersonAsks() {
      ledger.given(ADMIN, ask(ADMIN));
      ledger.when(ADMIN, ask(ADMIN)).thenNothing();
      ledger.when(ADMIN2, ask(ADMIN2)).thenEvents(asked(ADMIN2));
      ledger.when(ADMIN2, agree(ADMIN2)).thenRefused(RuleCode.SELF_CONFIRMATION);
      ledger
          .when(ADMIN, agree(ADMIN))
          .thenEvents(new KeyDestroyed(ID, ADMIN2.toString(), ADMIN.toString()));
    }

    @Test
    void aDestroyedKeyStaysDestroyed() {
      ledger.given(ADMIN, ask(ADMIN)).given(ADMIN2, agree(ADMIN2));
      ledger.when(ADMIN2, agree(ADMIN2)).thenNothing();
      ledger.when(ADMIN, ask(ADMIN)).thenRefused(RuleCode.KEY_DESTROYED);
    }
  }

  @Nested
  class Reading {

    @Test
    void everyReadingIsAnEventOfItsOwn() {
      ledger
          .when(CASHIER, new NoteReading("A1", SUBJECT, "bankAccount", "payout"))
          .thenEvents(new PersonalDataRead("A1", ID, "bankAccount", "payout"));
      ledger
          .when(CASHIER, new NoteReading("A2", SUBJECT, "bankAccount", "payout"))
          .thenTypes(PersonalDataRead.class);
    }

    @Test
    void manyReadingsAreOneAppend() {
      NoteReading one = new NoteReading("A1", SUBJECT, "bankAccount", "batch");
      NoteReading two = new NoteReading("A2", SUBJECT, "bankAccount", "batch");
      ledger
          .when(CASHIER, new NoteReadings("L1", List.of(one, two)))
          .thenEvents(
              new PersonalDataRead("A1", ID, "bankAccount", "batch"),
              new PersonalDataRead("A2", ID, "bankAccount", "batch"));
    }
  }

  private static RequestKeyDestruction ask(AccountId actor) {
    return new RequestKeyDestruction(SUBJECT, sealed("reason"), actor);
  }

  private static ConfirmKeyDestruction agree(AccountId actor) {
    return new ConfirmKeyDestruction(SUBJECT, actor);
  }

  private static KeyDestructionRequested asked(AccountId actor) {
    return new KeyDestructionRequested(ID, sealed("reason"), actor.toString());
  }
}
