package org.aidledger.store.event;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The two serialisers of the ledger: one for events, one for everything else that Axon stores. */
public final class LedgerSerializers {

  private LedgerSerializers() {}

  /**
   * For events: stable names, readable JSON in the order of the record's components, nulls left
   * out, dates in ISO 8601; properties that a later version added are passed over when read.
   */
  public static Serializer events(EventNames names) {
    return new EventSerializer(
        names,
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LedgerSerializers::jsonOfEvents));
  }

  /**
   * For snapshots, tracking tokens, commands and queries: private fields are written, so that an
   * aggregate needs no getters. Types stored as part of a value are accepted from Axon's event
   * handling and from {@code ownPackages} only.
   *
   * @param ownPackages package prefixes such as {@code org.aidledger.}
   */
  public static Serializer general(List<String> ownPackages) {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(jsonOfState(ownPackages))
        .build();
  }

  private static void jsonOfEvents(JsonMapper.Builder json) {
    json.changeDefaultPropertyInclusion(old -> old.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
  }

  private static Jackson3SerializerCustomizer jsonOfState(List<String> ownPackages) {
    var types = BasicPolymorphicTypeValidator.builder();
    types.allowIfSubType("org.axonframework.eventhandling.");
    ownPackages.forEach(types::allowIfSubType);
    var validator = types.build();
    return json ->
        json.changeDefaultVisibility(
                visible -> visible.withFieldVisibility(JsonAutoDetect.Visibility.ANY))
            // A final field of an aggregate would otherwise come back from a snapshot empty,
            // without a word.
            .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .polymorphicTypeValidator(validator);
  }
}
