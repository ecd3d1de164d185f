package org.aidledger.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.core.LedgerEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each event's schema in docs/events says exactly what the event holds. */
class SchemaTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Stream<Class<?>> events() {
    return LedgerEvents.all().stream();
  }

  @ParameterizedTest
  @MethodSource("events")
  void theGoldenFileIsValid(Class<?> type) {
    Schema schema = REGISTRY.getSchema(EventJson.text(EventJson.schema(type)));
    assertThat(errors(schema, EventJson.text(EventJson.golden(type)))).isEmpty();
    Object least = Components.withoutNullable(Samples.of(type));
    assertThat(errors(schema, EventJson.write(least))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsRequiredIsMissed(Class<?> type) {
    Schema schema = REGISTRY.getSchema(EventJson.text(EventJson.schema(type)));
    assertThat(errors(schema, "{}")).hasSize(required(type.getRecordComponents()).size());
  }

  @ParameterizedTest
  @MethodSource("events")
  void theSchemaIsASchema(Class<?> type) {
    Schema meta = REGISTRY.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
    assertThat(errors(meta, EventJson.text(EventJson.schema(type)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void theSchemaNamesTheComponentsOfTheRecord(Class<?> type) {
    JsonNode schema = EventJson.MAPPER.readTree(EventJson.text(EventJson.schema(type)));
    assertThat(schema.path("title").asString()).isEqualTo(type.getSimpleName());
    assertThat(schema.path("$id").asString())
        .isEqualTo("urn:aid-ledger:event:" + type.getSimpleName() + ":1");
    requireSame(schema, schema, type);
  }

  @Test
  void eachEventHasASchemaAndNothingElseHas() throws IOException {
    try (Stream<Path> files = Files.list(EventJson.schema(Void.class).resolveSibling("."))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".json")))
          .containsExactlyInAnyOrderElementsOf(
              events().map(e -> EventJson.schema(e).getFileName().toString()).toList());
    }
  }

  @Test
  void theTableOfEventsNamesThemAll() {
    String table = EventJson.text(EventJson.schema(Void.class).resolveSibling("README.md"));
    assertThat(events().map(Class::getSimpleName))
        .allSatisfy(name -> assertThat(table).contains("[" + name + "](" + name + ".schema.json)"));
  }

  private static void requireSame(JsonNode root, JsonNode schema, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    JsonNode properties = schema.path("properties");
    assertThat(properties.propertyNames())
        .containsExactlyElementsOf(
            Arrays.stream(components).map(RecordComponent::getName).toList());
    assertThat(EventJson.MAPPER.convertValue(schema.path("required"), String[].class))
        .containsExactlyElementsOf(required(components));
    for (RecordComponent component : components) {
      JsonNode property = properties.path(component.getName());
      String where = type.getSimpleName() + "." + component.getName();
      assertThat(property.path("description").asString()).as(where).endsWith(".");
      if (component.getType().isRecord()) {
        String name = component.getType().getSimpleName();
        assertThat(property.path("$ref").asString()).as(where).isEqualTo("#/$defs/" + name);
        requireSame(root, root.path("$defs").path(name), component.getType());
      } else {
        assertThat(property.path("type").asString())
            .as(where)
            .isEqualTo(SchemaTypes.of(component.getType()));
        assertThat(SchemaTypes.valuesIn(property))
            .as(where)
            .containsExactlyElementsOf(SchemaTypes.valuesOf(type, component));
      }
    }
  }

  private static List<String> required(RecordComponent[] components) {
    return Arrays.stream(components)
        .filter(c -> !Components.isNullable(c))
        .map(RecordComponent::getName)
        .toList();
  }

  private static List<com.networknt.schema.Error> errors(Schema schema, String json) {
    return schema.validate(
        json,
        InputFormat.JSON,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }
}
