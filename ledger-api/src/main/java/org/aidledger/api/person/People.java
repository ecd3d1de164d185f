package org.aidledger.api.person;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.subject.SealedText;
import org.aidledger.store.subject.Found;
import org.aidledger.store.subject.Person;
import org.aidledger.store.subject.PersonMarks;
import org.aidledger.store.subject.SubjectVault;
import org.jspecify.annotations.Nullable;

/** Seals people and texts before they enter an order, and opens them for those who may read. */
public final class People {

  /** What a sealed text is about; part of its seal, so that none stands in for another. */
  public enum Kind {
    PERSON,
    TEXT,
    USERNAME
  }

  public static final String NAME = "name";
  public static final String IDENTITY_NUMBER = "identityNumber";
  public static final String BANK_ACCOUNT = "bankAccount";
  public static final String STAFF_NUMBER = "staffNumber";
  public static final String PHONE = "phone";
  public static final String BANK_NAME = "bankName";
  public static final String UNIT = "unit";

  private static final List<String> LATER_FIELDS = List.of(STAFF_NUMBER, PHONE, BANK_NAME, UNIT);

  static final String TEXT = "text";

  /** Somebody of whom nothing is known: a key for a text of its own. */
  private static final Person NOBODY = new Person(null, null, null, null, null, null);

  private final SubjectVault vault;

  public People(SubjectVault vault) {
    this.vault = vault;
  }

  /** Seals donors, one look-up for all of them. */
  public List<Donor> donors(List<DonorDraft> drafts) {
    List<DonorDraft> named =
        drafts.stream().filter(draft -> draft.kind().equals(DonorDraft.NAMED)).toList();
    List<UUID> subjects = named.isEmpty() ? List.of() : subjects(named);
    vault.prepare(subjects);
    List<Donor> donors = new ArrayList<>(drafts.size());
    int next = 0;
    for (DonorDraft draft : drafts) {
      donors.add(
          draft.kind().equals(DonorDraft.NAMED)
              ? sealed(draft, subjects.get(next++))
              : new Donor(draft.kind(), draft.organisation(), null, null));
    }
    return donors;
  }

  /** Everybody who shares a number or the full name with the draft, and still has a key. */
  public List<Found> search(DonorDraft draft) {
    return vault.search(person(draft));
  }

  private List<UUID> subjects(List<DonorDraft> named) {
    List<Person> unchosen =
        named.stream().filter(draft -> draft.subjectId() == null).map(People::person).toList();
    Iterator<UUID> identified = vault.identify(unchosen).iterator();
    List<UUID> subjects = new ArrayList<>(named.size());
    for (DonorDraft draft : named) {
      UUID chosen = draft.subjectId();
      subjects.add(chosen == null ? identified.next() : confirmed(draft, chosen));
    }
    return subjects;
  }

  /** A number or name that was typed after the choice may speak of somebody else. */
  private UUID confirmed(DonorDraft draft, UUID chosen) {
    if (search(draft).stream().noneMatch(found -> found.subjectId().equals(chosen))) {
      throw new ApiProblem(ApiCode.SUBJECT_MISMATCH, "donor.name");
    }
    return chosen;
  }

  /** Whether a draft says the same of the donor as what was recorded. */
  public boolean same(DonorDraft draft, Donor recorded) {
    SealedText person = recorded.person();
    return draft.kind().equals(recorded.kind())
        && Objects.equals(draft.organisation(), recorded.organisation())
        && (person == null || sameDigest(person, fields(draft), recorded.digest()));
  }

  /** Brings the keys of recorded donors at hand, before each is compared with a draft. */
  public void prepare(Collection<Donor> recorded) {
    vault.prepare(
        recorded.stream()
            .map(Donor::person)
            .filter(Objects::nonNull)
            .map(person -> UUID.fromString(person.subjectId()))
            .toList());
  }

  /** Keyed digests by which a donor is compared with others without naming anybody. */
  public PersonMarks marks(DonorDraft draft) {
    return vault.marks(person(draft));
  }

  /** The keyed digest of a full name, in hexadecimal digits, as the index of people has it. */
  public @Nullable String nameMark(String name) {
    return vault.marks(new Person(name, null, null, null, null, null)).name();
  }

  /** Seals payees, one look-up for all of them. */
  public List<Payee> payees(List<PayeeDraft> drafts) {
    List<UUID> subjects = vault.identify(drafts.stream().map(People::person).toList());
    vault.prepare(subjects);
    List<Payee> payees = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      PayeeDraft draft = drafts.get(i);
      Map<String, String> fields = fields(draft);
      SealedText person = seal(subjects.get(i), Kind.PERSON, fields);
      payees.add(new Payee(person, digest(subjects.get(i), fields), draft.lastFour()));
    }
    return payees;
  }

  /** Whether a draft says the same of the payee as what was recorded. */
  public boolean same(PayeeDraft draft, Payee recorded) {
    return sameDigest(recorded.person(), fields(draft), recorded.digest());
  }

  /**
   * Seals a text that may name someone.
   *
   * @param about whose key seals it; absent for a key of the text's own
   */
  public SealedText text(@Nullable SealedText about, String text) {
    UUID subject =
        about == null
            ? vault.identify(List.of(NOBODY)).getFirst()
            : UUID.fromString(about.subjectId());
    return seal(subject, Kind.TEXT, Map.of(TEXT, text));
  }

  /** Seals the name of an account. */
  public SealedText username(String username) {
    UUID subject = vault.identify(List.of(NOBODY)).getFirst();
    return seal(subject, Kind.USERNAME, Map.of(NAME, username));
  }

  /** The fields that were sealed, empty if the key is destroyed. */
  public Optional<Map<String, String>> open(Kind kind, SealedText sealed) {
    return vault.open(UUID.fromString(sealed.subjectId()), sealed.ciphertext(), kind.name());
  }

  /** The same for many persons at once, in their order. */
  public List<Optional<Map<String, String>>> openPersons(List<SealedText> persons) {
    return vault.openAll(persons, Kind.PERSON.name());
  }

  /** The text that was sealed, empty if the key is destroyed. */
  public Optional<String> openText(SealedText sealed) {
    return open(Kind.TEXT, sealed).map(fields -> fields.getOrDefault(TEXT, ""));
  }

  private Donor sealed(DonorDraft draft, UUID subject) {
    Map<String, String> fields = fields(draft);
    return new Donor(
        DonorDraft.NAMED,
        draft.organisation(),
        seal(subject, Kind.PERSON, fields),
        digest(subject, fields));
  }

  private SealedText seal(UUID subject, Kind kind, Map<String, String> fields) {
    return new SealedText(subject.toString(), vault.seal(subject, fields, kind.name()));
  }

  private String digest(UUID subject, Map<String, String> fields) {
    return vault.digest(subject, canonical(fields)).orElseThrow();
  }

  /** After the key is destroyed nothing personal is left to differ. */
  private boolean sameDigest(
      SealedText person, Map<String, String> fields, @Nullable String recorded) {
    return vault
        .digest(UUID.fromString(person.subjectId()), canonical(fields))
        .map(digest -> digest.equals(recorded))
        .orElse(true);
  }

  private static String canonical(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    for (String field : List.of(NAME, IDENTITY_NUMBER, BANK_ACCOUNT)) {
      String value = fields.getOrDefault(field, "");
      text.append(value.length()).append(':').append(value);
    }
    // Only where they are given, so that what was recorded without them keeps its digest.
    for (String field : LATER_FIELDS) {
      String value = fields.get(field);
      if (value != null) {
        text.append(field).append('=').append(value.length()).append(':').append(value);
      }
    }
    return text.toString();
  }

  private static Map<String, String> fields(DonorDraft draft) {
    Map<String, String> fields = fields(draft.name(), draft.identityNumber(), null);
    if (draft.staffNumber() != null) {
      fields.put(STAFF_NUMBER, draft.staffNumber());
    }
    if (draft.phone() != null) {
      fields.put(PHONE, draft.phone());
    }
    return fields;
  }

  private static Map<String, String> fields(PayeeDraft draft) {
    Map<String, String> fields = fields(draft.name(), draft.identityNumber(), draft.bankAccount());
    put(fields, BANK_NAME, draft.bankName());
    put(fields, UNIT, draft.unit());
    put(fields, STAFF_NUMBER, draft.staffNumber());
    return fields;
  }

  private static Map<String, String> fields(
      @Nullable String name, @Nullable String identityNumber, @Nullable String bankAccount) {
    Map<String, String> fields = new HashMap<>();
    put(fields, NAME, name);
    put(fields, IDENTITY_NUMBER, identityNumber);
    put(fields, BANK_ACCOUNT, bankAccount);
    return fields;
  }

  private static void put(Map<String, String> fields, String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  private static Person person(DonorDraft draft) {
    return new Person(
        draft.name(),
        draft.identityNumber(),
        draft.phone(),
        draft.staffNumber(),
        draft.organisation(),
        null);
  }

  private static Person person(PayeeDraft draft) {
    return new Person(
        draft.name(),
        draft.identityNumber(),
        null,
        draft.staffNumber(),
        draft.unit(),
        draft.bankAccount());
  }
}
