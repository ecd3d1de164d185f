package org.aidledger.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.entry.TransferId;
import org.aidledger.core.fixture.Seeds;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identities follow from names, on every machine and for ever. */
class NameBasedIdTest {

  /** Reckoned by another program; if one of these changes, every stored identity is lost. */
  @ParameterizedTest
  @CsvSource({
    "Fund, union, AID, 406cef31-001a-8325-83a2-8d9b658d1801",
    "Payout, union, 2026-001, 6e542af0-b574-8456-90c7-fecb29f44724",
    "Opening, '', '', 9c81fb32-4429-87fa-897d-1d713104475d",
    "Fund, 工会, 金秋助学, 4d215ff5-97dc-8d9a-a2c2-31bad10abeb4",
    "Test, 😀, a, 292c29cd-b703-85c2-ace0-707d924cb279"
  })
  void knownNamesHaveKnownIdentities(String kind, String first, String second, UUID id) {
    assertThat(NameBasedId.of(kind, first, second)).isEqualTo(id);
  }

  @Test
  void everyIdentityIsAUuidOfVersionEight() {
    Random random = Seeds.random("everyIdentityIsAUuidOfVersionEight", 1);
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = NameBasedId.of("Test", Long.toString(random.nextLong()), "二月");
      assertThat(id.version()).isEqualTo(8);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(seen.add(id)).isTrue();
    }
  }

  @Test
  void noTwoListsOfPartsReadTheSame() {
    assertThat(
            Set.of(
                NameBasedId.of("A", "b", "c"),
                NameBasedId.of("A", "bc"),
                NameBasedId.of("A", "b", "c", ""),
                NameBasedId.of("A", "", "bc"),
                NameBasedId.of("A", "bc", ""),
                NameBasedId.of("Ab", "c"),
                NameBasedId.of("Abc"),
                NameBasedId.of("A", "c", "b")))
        .hasSize(8);
  }

  @Test
  void donationsIncomeAndExpenseShareOneNameSpace() {
    assertThat(DonationId.of("union", "BANK", "1").value())
        .isEqualTo(EntryId.of("union", "BANK", "1").value());
  }

  @Test
  void thingsOfOtherKindsWithEqualNamesAreApart() {
    assertThat(
            Set.of(
                FundId.of("union", "1").value(),
                PayoutId.of("union", "1").value(),
                PayoutBatchId.of("union", "1").value(),
                TransferId.of("union", "1").value()))
        .hasSize(4);
  }

  @Test
  void identitiesReadBackFromTheirText() {
    FundId fund = FundId.of("union", "AID");
    assertThat(FundId.of(fund.toString())).isEqualTo(fund);
  }
}
