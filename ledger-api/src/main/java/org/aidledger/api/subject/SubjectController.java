package org.aidledger.api.subject;

import java.time.Instant;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Ledger;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.person.People;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.core.subject.command.ConfirmKeyDestruction;
import org.aidledger.core.subject.command.RequestKeyDestruction;
import org.aidledger.store.subject.Found;
import org.aidledger.store.subject.Person;
import org.aidledger.store.subject.SubjectVault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's keys. Numbers and names come in bodies, never in addresses, which are logged. */
@RestController
@RequestMapping("/api/v1/subjects")
class SubjectController {

  private static final int LENGTH = 100;

  private final SubjectVault vault;
  private final People people;
  private final Ledger ledger;

  SubjectController(SubjectVault vault, People people, Ledger ledger) {
    this.vault = vault;
    this.people = people;
    this.ledger = ledger;
  }

  @PostMapping("/search")
  @RequiresRole(Role.ADMIN)
  SearchAnswer search(@JsonBody(Search.class) Shape body) {
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
      throw new ApiProblem(ApiCode.FIELD_MISSING, "identityNumber");
    }
    return new SearchAnswer(vault.search(person).stream().map(SubjectItem::of).toList());
  }

  @PostMapping("/{subjectId}/key-destruction")
  @RequiresRole(Role.ADMIN)
  ResponseEntity<DestructionAnswer> request(
      @PathVariable SubjectId subjectId, @JsonBody(Reason.class) Shape body, Actor actor) {
    RequestKeyDestruction order =
        body.read(
            b ->
                new RequestKeyDestruction(
                    subjectId,
                    people.text(null, b.text("reason", Shape.LONG_TEXT)),
                    actor.accountId()));
    if (!vault.known(subjectId.value())) {
      throw ApiProblem.notFound("subject");
    }
    return answer(subjectId, "REQUESTED", ledger.execute(order, actor.accountId()));
  }

  /**
   * The second person's consent. The event is in the book before the key goes, so a crash between
   * the two is made good by {@link KeyDestroyer}.
   */
  @PostMapping("/{subjectId}/key-destruction/confirmation")
  @RequiresRole({Role.ADMIN, Role.APPROVER})
  ResponseEntity<DestructionAnswer> confirm(@PathVariable SubjectId subjectId, Actor actor) {
    Executed<?> executed =
        ledger.execute(new ConfirmKeyDestruction(subjectId, actor.accountId()), actor.accountId());
    vault.destroy(subjectId.value());
    return answer(subjectId, "DESTROYED", executed);
  }

  private static ResponseEntity<DestructionAnswer> answer(
      SubjectId subjectId, String state, Executed<?> executed) {
    return Positioned.ok(
        new DestructionAnswer(subjectId.toString(), state, executed.position()),
        executed.position());
  }

  /** The body of a search; one number or a full name is enough. */
  record Search(
      @Nullable String name,
      @Nullable String identityNumber,
      @Nullable String phone,
      @Nullable String staffNumber,
      @Nullable String organisation) {}

  /** The body of an order that needs nothing but a reason. */
  record Reason(String reason) {}

  /** Everybody who was found. */
  record SearchAnswer(List<SubjectItem> items) {}

  /** Somebody who was found, by a number, without a word about the person. */
  record SubjectItem(String subjectId, List<String> matchedBy, Instant since) {

    static SubjectItem of(Found found) {
      return new SubjectItem(
          found.subjectId().toString(),
          found.matchedBy().stream().map(Enum::name).sorted().toList(),
          found.createdAt());
    }
  }

  /** Where a destruction stands. */
  record DestructionAnswer(String subjectId, String state, long position) {}
}
