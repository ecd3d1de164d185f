package org.aidledger.store.subject;

import static org.aidledger.store.subject.VaultFixture.identified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.core.subject.SealedText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final String NAME = "张三丰";
  private static final String IDENTITY = "110105194912310021";
  private static final String ACCOUNT = "6222020200112233445";
  private static final String PHONE = "13812345678";
  private static final Map<String, String> FIELDS = Map.of("name", NAME, "account", ACCOUNT);

  @TempDir private Path folder;
  private VaultFixture ledger;
  private SubjectVault vault;
  private UUID person;

  @BeforeEach
  void open() {
    ledger = new VaultFixture(folder);
    vault = ledger.vault;
    person = vault.newOrKnown(new Person(NAME, IDENTITY, PHONE, "0042", "工会", ACCOUNT));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void whatIsSealedOpensAgainHereAndInAnotherProcess() {
    String sealed = vault.seal(person, FIELDS, "donation");

    assertThat(sealed).startsWith("v1.").matches("v1\\.[A-Za-z0-9_-]+");
    assertThat(vault.open(person, sealed, "donation")).contains(FIELDS);
    vault.flush();
    assertThat(ledger.anotherProcess().open(person, sealed, "donation")).contains(FIELDS);
    assertThat(vault.seal(person, FIELDS, "donation")).isNotEqualTo(sealed);
  }

  @Test
  void anAlteredTextIsNoticedWhereverItWasAltered() {
    String sealed = vault.seal(person, FIELDS, "donation");
    byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(3));
    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = bytes.clone();
      altered[i] ^= 1;
      String text = "v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
      assertThatThrownBy(() -> vault.open(person, text, "donation"))
          .isInstanceOf(SealBrokenException.class);
    }
    for (String cut : List.of("", "v1.", "v1.AAAA", sealed.substring(3), "v1.%%%")) {
      assertThatThrownBy(() -> vault.open(person, cut, "donation"))
          .isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void aTextOpensForItsPersonAndContextOnly() {
    UUID other = vault.newOrKnown(identified("别人", "1"));
    String sealed = vault.seal(person, FIELDS, "donation");

    assertThatThrownBy(() -> vault.open(other, sealed, "donation"))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> vault.open(person, sealed, "payout"))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aDestroyedKeyOpensNothingAndIsNotFoundAgain() {
    String sealed = vault.seal(person, FIELDS, "donation");
    UUID other = vault.newOrKnown(identified("别人", "1"));
    String others = vault.seal(other, Map.of("name", "别人"), "donation");
    vault.flush();

    vault.destroy(person);
    vault.destroy(person);

    assertThat(vault.destroyed(person)).isTrue();
    assertThat(vault.destroyed(other)).isFalse();
    assertThat(vault.open(person, sealed, "donation")).isEmpty();
    assertThat(ledger.anotherProcess().open(person, sealed, "donation")).isEmpty();
    assertThat(vault.digest(person, "x")).isEmpty();
    assertThatThrownBy(() -> vault.seal(person, FIELDS, "donation"))
        .isInstanceOf(KeyDestroyedException.class);
    assertThat(
            vault.openAll(
                List.of(
                    new SealedText(person.toString(), sealed),
                    new SealedText(other.toString(), others)),
                "donation"))
        .containsExactly(Optional.empty(), Optional.of(Map.of("name", "别人")));
    assertThat(vault.search(identified(NAME, IDENTITY))).isEmpty();
    assertThat(vault.newOrKnown(identified(NAME, IDENTITY))).isNotEqualTo(person);
    assertThat(
            ledger.database.query(
                "select salt, (select count(*) from ledger.subject_index i where i.subject_id ="
                    + " s.subject_id) from ledger.subject s where subject_id = '"
                    + person
                    + "'"))
        .containsExactly("null|0");
  }

  @Test
  void aKeyDestroyedBeforeItsRowIsDurableStaysDestroyed() {
    vault.destroy(person);
    ledger.append("carries whoever waits");

    assertThat(vault.destroyed(person)).isTrue();
    assertThat(ledger.subjects()).isOne();
    assertThat(ledger.database.number("select count(*) from ledger.subject_index")).isZero();
  }

  @Test
  void aDigestTellsARepetitionFromADifferenceAndIsBoundToThePerson() {
    UUID other = vault.newOrKnown(identified("别人", "1"));

    assertThat(vault.digest(person, "a")).isPresent().isEqualTo(vault.digest(person, "a"));
    assertThat(vault.digest(person, "a")).isNotEqualTo(vault.digest(person, "b"));
    assertThat(vault.digest(person, "a")).isNotEqualTo(vault.digest(other, "a"));
    assertThat(vault.referenceMac("王五-工会"))
        .isEqualTo(ledger.anotherProcess().referenceMac("王五-工会"))
        .doesNotContain("王五");
  }

  @Test
  void noTableHoldsAnythingPersonalInClear() {
    ledger.append(vault.seal(person, FIELDS, "donation"));
    StringBuilder all = new StringBuilder();
    for (String table :
        ledger.database.query(
            "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in"
                + " ('pg_catalog', 'information_schema')")) {
      ledger.database.query("select t::text from " + table + " t").forEach(all::append);
    }
    String everything = all.toString();

    assertThat(everything).contains(person.toString());
    for (String secret : List.of(NAME, IDENTITY, ACCOUNT, PHONE, "0042")) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      assertThat(everything).doesNotContain(secret).doesNotContain(HexFormat.of().formatHex(bytes));
    }
    assertThat(new Person(NAME, IDENTITY, PHONE, "0042", "工会", ACCOUNT)).hasToString("Person");
  }
}
