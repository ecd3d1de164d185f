package org.aidledger.api.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.core.donation.event.Donor;
import org.aidledger.core.payout.event.Payee;
import org.aidledger.core.subject.SealedText;
import org.aidledger.store.subject.Person;
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
  static final String TEXT = "text";

  /** Somebody of whom nothing is known: a key for a text of its own. */
  private static final Person NOBODY = new Person(null, null, null, null, null, null);

  private final SubjectVault vault;

  public People(SubjectVault vault) {
    this.vault = vault;
  }

  /** Seals donors, one look-up for all of them. */
  public List<Donor> donors(List<DonorDraft> drafts) {
    List<Person> named = new ArrayList<>();
    for (DonorDraft draft : drafts) {
      if (draft.kind().equals(DonorDraft.NAMED)) {
        named.add(person(draft));
      }
    }
    List<UUID> subjects = named.isEmpty() ? List.of() : vault.identify(named);
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

  /** Whether a draft says the same of the donor as what was recorded. */
  public boolean same(DonorDraft draft, Donor recorded) {
    SealedText person = recorded.person();
    return draft.kind().equals(recorded.kind())
        && Objects.equals(draft.organisation(), recorded.organisation())
        && (person == null || sameDigest(person, fields(draft), recorded.digest()));
  }

  /** Seals payees, one look-up for all of them. */
  public List<Payee> payees(List<PayeeDraft> drafts) {
    List<UUID> subjects = vault.identify(drafts.stream().map(People::person).toList());
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
    return text.toString();
  }

  private static Map<String, String> fields(DonorDraft draft) {
    return fields(draft.name(), draft.identityNumber(), null);
  }

  private static Map<String, String> fields(PayeeDraft draft) {
    return fields(draft.name(), draft.identityNumber(), draft.bankAccount());
  }

  private static Map<String, String> fields(
      @Nullable String name, @Nullable String identityNumber, @Nullable String bankAccount) {
    Map<String, String> fields = new HashMap<>();
    if (name != null) {
      fields.put(NAME, name);
    }
    if (identityNumber != null) {
      fields.put(IDENTITY_NUMBER, identityNumber);
    }
    if (bankAccount != null) {
      fields.put(BANK_ACCOUNT, bankAccount);
    }
    return fields;
  }

  private static Person person(DonorDraft draft) {
    return new Person(draft.name(), draft.identityNumber(), null, null, draft.organisation(), null);
  }

  private static Person person(PayeeDraft draft) {
    return new Person(draft.name(), draft.identityNumber(), null, null, null, draft.bankAccount());
  }
}
