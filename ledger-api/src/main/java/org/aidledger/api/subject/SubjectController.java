package org.aidledger.api.subject;

import java.time.Instant;
import java.util.List;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.admission.BesideTheBook;
import org.aidledger.api.dispatch.Executed;
import org.aidledger.api.dispatch.Positioned;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.json.Shape;
import org.aidledger.api.security.RequiresRole;
import org.aidledger.core.account.Role;
import org.aidledger.core.subject.SubjectId;
import org.aidledger.store.subject.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People's keys. Numbers and names come in bodies, never in addresses, which are logged. */
@BesideTheBook
@RestController
@RequestMapping("/api/v1/subjects")
class SubjectController {

  private final SubjectDesk desk;

  SubjectController(SubjectDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/search")
  @RequiresRole(Role.ADMIN)
  SearchAnswer search(@JsonBody(Search.class) Shape body) {
    return new SearchAnswer(desk.search(body).stream().map(SubjectItem::of).toList());
  }

  @PostMapping("/{subjectId}/key-destruction")
  @RequiresRole(Role.ADMIN)
  ResponseEntity<DestructionAnswer> request(
      @PathVariable SubjectId subjectId, @JsonBody(Reason.class) Shape body, Actor actor) {
    return answer(subjectId, "REQUESTED", desk.request(subjectId, body, actor.accountId()));
  }

  /** The second person's consent. */
  @PostMapping("/{subjectId}/key-destruction/confirmation")
  @RequiresRole({Role.ADMIN, Role.APPROVER})
  ResponseEntity<DestructionAnswer> confirm(@PathVariable SubjectId subjectId, Actor actor) {
    return answer(subjectId, "DESTROYED", desk.confirm(subjectId, actor.accountId()));
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
