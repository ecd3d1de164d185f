package org.aidledger.core.contract;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.aidledger.core.account.Role;
import org.aidledger.core.document.DocumentedKind;
import org.aidledger.core.donation.Channel;
import org.aidledger.core.entry.ExpenseCategory;
import org.aidledger.core.entry.IncomeCategory;
import org.aidledger.core.finding.Severity;
import org.aidledger.core.fund.Movement;
import org.aidledger.core.fund.Treatment;
import org.aidledger.core.payout.PayoutKind;
import tools.jackson.databind.JsonNode;

/** Which JSON Schema type a component has, and which values it is limited to. */
final class SchemaTypes {

  private static final Map<Class<?>, String> TYPES =
      Map.ofEntries(
          Map.entry(String.class, "string"),
          Map.entry(LocalDate.class, "string"),
          Map.entry(Movement.class, "string"),
          Map.entry(long.class, "integer"),
          Map.entry(Long.class, "integer"),
          Map.entry(int.class, "integer"),
          Map.entry(boolean.class, "boolean"),
          Map.entry(List.class, "array"),
          Map.entry(Map.class, "object"));

  /** Texts that are names of a Java enum, so that its schema is never forgotten. */
  private static final Map<String, Class<? extends Enum<?>>> NAMED =
      Map.ofEntries(
          Map.entry("FundOpened.treatment", Treatment.class),
          Map.entry("DonationReceived.channel", Channel.class),
          Map.entry("IncomeRecorded.category", IncomeCategory.class),
          Map.entry("ExpenseRecorded.category", ExpenseCategory.class),
          Map.entry("PayoutRequested.kind", PayoutKind.class),
          Map.entry("PayoutPaid.kind", PayoutKind.class),
          Map.entry("PayoutReturned.kind", PayoutKind.class),
          Map.entry("DocumentAttached.entryKind", DocumentedKind.class),
          Map.entry("FindingRaised.severity", Severity.class),
          Map.entry("RoleGranted.role", Role.class),
          Map.entry("RoleRevoked.role", Role.class),
          Map.entry("EntryReversed.movement", Movement.class),
          Map.entry("EntriesPosted.movement", Movement.class));

  /** The donor's kind is no enum of the domain, which never decides by it. */
  private static final List<String> DONOR_KINDS = List.of("NAMED", "ORGANISATION", "ANONYMOUS");

  private SchemaTypes() {}

  static String of(Class<?> type) {
    String name = TYPES.get(type);
    if (name == null) {
      throw new AssertionError("no schema type for " + type);
    }
    return name;
  }

  static List<String> valuesIn(JsonNode property) {
    return property.path("enum").valueStream().map(JsonNode::asString).toList();
  }

  static List<String> valuesOf(Class<?> type, RecordComponent component) {
    String where = type.getSimpleName() + "." + component.getName();
    if (where.equals("Donor.kind")) {
      return DONOR_KINDS;
    }
    Class<? extends Enum<?>> named = NAMED.get(where);
    return named == null
        ? List.of()
        : Arrays.stream(named.getEnumConstants()).map(Enum::name).toList();
  }
}
