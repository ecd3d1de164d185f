package org.aidledger.store.subject;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.aidledger.core.subject.SealedText;
import org.aidledger.store.combine.Combiner;
import org.aidledger.store.event.AppendRider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is personal out of the book: gives people random ids, seals their data under a key of
 * their own, recognises them again by keyed digests, and destroys a key for good.
 *
 * <p>A new person's row travels with the next append, in the same transaction as the first event
 * that speaks of that person; the rows of many who come together are written before they are
 * answered. Where events are stored elsewhere, {@link #flush} must be called before each append.
 */
public final class SubjectVault {

  private static final long KEY_LIFETIME_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Of one query for people who come one by one; whoever brings as many asks for them alone. */
  private static final int MOST_TOGETHER = 500;

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final MasterKey master;
  private final BlindIndex index;
  private final byte[] referenceKey;
  private final SubjectRows rows;
  private final PendingSubjects pending = new PendingSubjects();
  private final SubjectRider rider;

  /** People who come one by one share the query that looks for them. */
  private final Combiner<List<PersonKeys>, List<UUID>> identification =
      Combiner.ofLists(MOST_TOGETHER, people -> identifyNow(people, null));

  private final KeyCache keys = new KeyCache(KEY_LIFETIME_NANOS, System::nanoTime);

  /** Every digest there is, as soon as they were read. */
  private volatile @Nullable MetDigests met;

  /**
   * Opens the vault of a migrated ledger.
   *
   * @param dataSource gives connections in auto-commit mode
   */
  public SubjectVault(DataSource dataSource, MasterKey master) {
    this.master = master;
    index = new BlindIndex(master);
    referenceKey = master.derive("aid-ledger/reference/v1");
    rows = new SubjectRows(dataSource);
    rider = new SubjectRider(dataSource, rows, pending);
  }

  /** The id of one person; see {@link #identify}. */
  public UUID newOrKnown(Person person) {
    return identify(List.of(person)).getFirst();
  }

  /**
   * The ids of these people, in order. Known is who has the same identity number; or, if none is
   * given, the same staff number in the same unit; or else the same telephone and name. A name
   * alone is always somebody new.
   */
  public List<UUID> identify(List<Person> people) {
    List<PersonKeys> personKeys =
        people.stream()
            .map(
                p -> {
                  List<IndexKey> all = index.all(p);
                  return new PersonKeys(index.identifying(p, all).orElse(null), all);
                })
            .toList();
    if (personKeys.size() >= MOST_TOGETHER) {
      return identifyMany(personKeys);
    }
    return personKeys.stream().anyMatch(this::perhapsKnown)
        ? identification.submit(personKeys)
        : identifyNow(personKeys, null);
  }

  /** Their rows are written here, while the lane is busy with the events of others. */
  private List<UUID> identifyMany(List<PersonKeys> people) {
    Journey journey = new Journey();
    try {
      return identifyNow(people, journey);
    } finally {
      rider.bring(journey);
    }
  }

  /**
   * Reads every digest once. From then on nobody who is surely new is looked for in the table,
   * which spares a round trip. Only for a vault that alone adds people to its tables: of those whom
   * another adds it would not hear. Takes seconds for millions of people; the vault can be used
   * meanwhile.
   *
   * @throws SubjectStoreException if the table cannot be read; people are looked for as before
   */
  public void learnWhoIsKnown() {
    MetDigests digests = new MetDigests();
    // Told first and read afterwards, so that whoever comes in between is in one of the two.
    pending.tell(digests);
    rows.heads(digests::add);
    met = digests;
  }

  /** Whether people who are surely new are looked for no more. */
  public boolean knowsWhoIsKnown() {
    return met != null;
  }

  private boolean perhapsKnown(PersonKeys person) {
    MetDigests digests = met;
    return person.identifying() != null
        && (digests == null || !digests.surelyNew(person.identifying().head()));
  }

  private List<UUID> identifyNow(List<PersonKeys> people, @Nullable Journey own) {
    long reading = pending.beginReading();
    try {
      Set<IndexKey> wanted = new HashSet<>();
      for (PersonKeys person : people) {
        // Asked after the reading began, as the table is: who is new then and comes in the next
        // moment is found among the pending.
        if (perhapsKnown(person)) {
          person.all().stream()
              .filter(key -> key.kind() != IndexKind.FULL_NAME)
              .forEach(wanted::add);
        }
      }
      KeyCache.Loading loading = keys.beginLoading();
      SubjectRows.Known found = rows.find(wanted);
      List<UUID> subjects = pending.resolve(people, found.byKey(), own);
      Map<UUID, SubjectKeys> loaded = new HashMap<>();
      for (UUID subject : subjects) {
        byte[] salt = found.salts().get(subject);
        if (salt != null) {
          loaded.computeIfAbsent(subject, id -> new SubjectKeys(master, id, salt));
        }
      }
      keys.keep(loaded, loading);
      return subjects;
    } finally {
      pending.endReading(reading);
    }
  }

  /**
   * Seals fields so that only this person's key opens them.
   *
   * @param context what the text is part of; it opens in no other context
   * @throws KeyDestroyedException if the person has no key any more
   */
  public String seal(UUID subject, Map<String, String> fields, String context) {
    return key(subject)
        .orElseThrow(() -> new KeyDestroyedException(subject))
        .seal(JSON.writeValueAsBytes(fields), context);
  }

  /**
   * Opens what {@link #seal} made; empty once the person's key was destroyed.
   *
   * @throws SealBrokenException if it was altered, or is somebody else's, or of another context
   */
  public Optional<Map<String, String>> open(UUID subject, String sealed, String context) {
    return key(subject).map(key -> open(key, sealed, context));
  }

  /** Opens many, with one query for the keys; answers in order, as {@link #open} does. */
  public List<Optional<Map<String, String>>> openAll(
      Collection<SealedText> sealed, String context) {
    List<UUID> subjects = sealed.stream().map(s -> UUID.fromString(s.subjectId())).toList();
    Map<UUID, SubjectKeys> found = keys.get(subjects, this::load);
    List<Optional<Map<String, String>>> opened = new ArrayList<>(sealed.size());
    for (SealedText text : sealed) {
      opened.add(
          Optional.ofNullable(found.get(UUID.fromString(text.subjectId())))
              .map(key -> open(key, text.ciphertext(), context)));
    }
    return opened;
  }

  /**
   * Keyed digest of personal content, to tell a repetition from a difference; empty once the
   * person's key was destroyed, and of no use to anybody from then on.
   */
  public Optional<String> digest(UUID subject, String canonical) {
    return key(subject).map(key -> Hashing.base64(key.digest(canonical)));
  }

  /** Brings the keys of these people at hand with one query, before they are used one by one. */
  public void prepare(Collection<UUID> subjects) {
    var _ = keys.get(subjects, this::load);
  }

  /** The keyed digests by which this person can be compared with others. */
  public PersonMarks marks(Person person) {
    return PersonMarks.of(index.all(person));
  }

  /** Keyed digest of a reference that would name a person; the same for the same text for ever. */
  public String referenceMac(String reference) {
    return Hashing.base64(Hashing.hmac(referenceKey, reference));
  }

  /**
   * Destroys a person's key and every digest by which the person could be found. Other processes
   * follow within five seconds. Doing it twice changes nothing.
   */
  public void destroy(UUID subject) {
    pending.forget(subject);
    keys.drop(subject);
    rows.destroy(subject);
    // Whoever loaded the key between the two may have put it back.
    keys.drop(subject);
  }

  /** Whether there is such a person, with a key or without one any more. */
  public boolean known(UUID subject) {
    return key(subject).isPresent() || destroyed(subject);
  }

  /** Whether this person's key was destroyed. */
  public boolean destroyed(UUID subject) {
    return rows.destroyed(subject);
  }

  /** Everybody in the tables who shares one of the given numbers, or the full name. */
  public List<Found> search(Person person) {
    List<IndexKey> given = index.all(person);
    return given.isEmpty() ? List.of() : rows.search(given);
  }

  /**
   * Makes the rows of new people durable on a connection of its own.
   *
   * @throws SubjectStoreException if that fails; they stay pending
   */
  public void flush() {
    rider.flush();
  }

  /** What must ride with every append of events that may speak of people. */
  public AppendRider rider() {
    return rider;
  }

  private static Map<String, String> open(SubjectKeys key, String sealed, String context) {
    return JSON.readValue(key.open(sealed, context), FIELDS);
  }

  private Optional<SubjectKeys> key(UUID subject) {
    SubjectKeys found = keys.find(subject);
    return found != null
        ? Optional.of(found)
        : Optional.ofNullable(keys.get(List.of(subject), this::load).get(subject));
  }

  private Map<UUID, SubjectKeys> load(List<UUID> subjects) {
    Map<UUID, SubjectKeys> loaded = new HashMap<>();
    List<UUID> inTable = new ArrayList<>();
    for (UUID subject : subjects) {
      pending
          .salt(subject)
          .ifPresentOrElse(
              salt -> loaded.put(subject, new SubjectKeys(master, subject, salt)),
              () -> inTable.add(subject));
    }
    if (!inTable.isEmpty()) {
      rows.salts(inTable).forEach((id, salt) -> loaded.put(id, new SubjectKeys(master, id, salt)));
    }
    return loaded;
  }
}
