package org.aidledger.api.subject;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.dispatch.BookPositions;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.document.KeptFiles;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.ConfirmKeyDestruction;
import org.aidledger.core.subject.command.RequestKeyDestruction;
import org.aidledger.projections.ReadPosition;
import org.aidledger.projections.audit.KeyDestructionView;
import org.aidledger.projections.audit.PrivacyQueries;
import org.aidledger.projections.audit.SubjectHoldings;
import org.aidledger.projections.query.Page;
import org.aidledger.store.subject.Found;
import org.aidledger.store.subject.Person;
import org.aidledger.store.subject.SubjectVault;
import org.springframework.stereotype.Component;

/** Finds people by their numbers, and destroys their keys with a second person's consent. */
@Component
public final class SubjectDesk {

  private static final int LENGTH = 100;

  /** Files of documents that the read models do not show by then are left to the sweep. */
  private static final Duration SHOWN = Duration.ofSeconds(2);

  private final SubjectVault vault;
  private final People people;
  private final Ledger ledger;
  private final PrivacyQueries privacy;
  private final KeptFiles files;
  private final BookPositions positions;
  private final ReadPosition reading;

  SubjectDesk(
      SubjectVault vault,
      People people,
      Ledger ledger,
      PrivacyQueries privacy,
      KeptFiles files,
      BookPositions positions,
      ReadPosition reading) {
    this.vault = vault;
    this.people = people;
    this.ledger = ledger;
    this.privacy = privacy;
    this.files = files;
    this.positions = positions;
    this.reading = reading;
  }

  /**
   * Everybody who matches; one number or a full name is enough.
   *
   * @throws ApiProblem if nothing was given to search by
   */
  public List<Found> search(Shape body) {
    Person person =
        body.read(
            b ->
                new Person(
                    b.optionalText("name", LENGTH),
                    b.optionalText("identityNumber", LENGTH),
                    b.optionalText("phone", LENGTH),
                    b.optionalText("staffNumber", LENGTH),
                    b.optionalText("organisation", LENGTH),
                    null));
    if (person.name() == null
        && person.identityNumber() == null
        && person.phone() == null
        && person.staffNumber() == null) {
      throw new ApiProblem(ApiCode.FIELD_MISSING, body.at("identityNumber"));
    }
    return vault.search(person);
  }

  public boolean known(SubjectId subjectId) {
    return vault.known(subjectId.value());
  }

  /** What of the book hangs on a person's key. */
  public SubjectHoldings holdings(SubjectId subjectId) {
    return privacy.holdings(subjectId.toString());
  }

  /** Where the destruction of a key stands, absent if nobody asked for it. */
  public Optional<KeyDestructionView> destruction(SubjectId subjectId) {
    return privacy.keyDestruction(subjectId.toString());
  }

  /** Keys whose destruction waits for a second person, at most a page. */
  public List<KeyDestructionView> waiting() {
    return privacy.keyDestructions("REQUESTED", null, Page.MAX).items();
  }

  /**
   * Asks for a destruction.
   *
   * @throws ApiProblem if there is no such person
   */
  public Executed<?> request(SubjectId subjectId, Shape body, AccountId actor) {
    RequestKeyDestruction order =
        body.read(
            b ->
                new RequestKeyDestruction(
                    subjectId, people.text(null, b.text("reason", Shape.LONG_TEXT)), actor));
    if (!known(subjectId)) {
      throw ApiProblem.notFound("subject");
    }
    return ledger.execute(order, actor);
  }

  /**
   * The second person's consent. The event is in the book before the key goes, so a crash between
   * the two is made good by {@link KeyDestroyer}. The person's files go with the key.
   */
  public Executed<?> confirm(SubjectId subjectId, AccountId actor) {
    Executed<?> executed = ledger.execute(new ConfirmKeyDestruction(subjectId, actor), actor);
    vault.destroy(subjectId.value());
    if (reading.await(positions.head(), SHOWN)) {
      var _ = files.deleteOfDestroyed();
    }
    return executed;
  }
}
