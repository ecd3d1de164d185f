package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aidledger.api.actor.Actor;
import org.aidledger.api.export.Export;
import org.aidledger.api.json.Shape;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.upload.Upload;
import org.aidledger.core.account.AccountId;
import org.aidledger.core.document.DocumentId;
import org.aidledger.core.donation.DonationId;
import org.aidledger.core.entry.EntryId;
import org.aidledger.core.entry.TransferId;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.payout.PayoutBatchId;
import org.aidledger.core.payout.PayoutId;
import org.aidledger.core.refusal.RuleCode;
import org.aidledger.core.subject.SubjectId;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API document says beyond what the controllers' signatures do. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {

  static final String PROBLEM = "Problem";

  /** What the paths call an identifier; the converters for them hide that from the document. */
  private static final Set<Class<?>> IDENTIFIERS =
      Set.of(
          UUID.class,
          AccountId.class,
          DocumentId.class,
          DonationId.class,
          EntryId.class,
          FundId.class,
          PayoutBatchId.class,
          PayoutId.class,
          SubjectId.class,
          TransferId.class);

  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Actor.class, Shape.class, Export.class, Upload.class);
  }

  @Bean
  ParameterCustomizer identifiers() {
    return (parameter, declared) ->
        parameter != null && IDENTIFIERS.contains(declared.getParameterType())
            ? parameter.schema(new UUIDSchema())
            : parameter;
  }

  @Bean
  OpenAPI aidLedgerApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Aid Ledger")
                .version("1")
                .description(
                    "An event-sourced ledger for hardship-aid and charity funds. Amounts are"
                        + " decimal strings; days are in the business time zone; errors are"
                        + " problem+json (RFC 9457) with a stable code."))
        .addSecurityItem(new SecurityRequirement().addList("password"))
        .addSecurityItem(new SecurityRequirement().addList("token"))
        .components(
            new Components()
                .addSecuritySchemes(
                    "password", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
                .addSecuritySchemes(
                    "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  /** Names that stay when methods of the same name come and go elsewhere: {@code accounts_open}. */
  @Bean
  OperationCustomizer stableNames() {
    return (operation, handler) ->
        operation.operationId(OperationNames.of(handler.getBeanType(), handler.getMethod()));
  }

  @Bean
  OperationCustomizer queue() {
    return new QueueCustomizer();
  }

  @Bean
  OperationCustomizer files() {
    return new ExportCustomizer();
  }

  @Bean
  BodyCustomizer bodies() {
    return new BodyCustomizer();
  }

  @Bean
  OpenApiCustomizer problems(BodyCustomizer bodies) {
    ApiResponse response =
        new ApiResponse()
            .description("A problem: what happened, the figure that broke it, what to do.")
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      bodies.schemas().forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      api.getPaths()
          .values()
          .forEach(
              path ->
                  path.readOperations()
                      .forEach(
                          operation ->
                              operation.getResponses().addApiResponse("default", response)));
    };
  }

  private static Schema<?> problem() {
    Schema<String> code = new StringSchema();
    Stream.concat(
            Arrays.stream(ApiCode.values()).map(Enum::name),
            Arrays.stream(RuleCode.values()).map(Enum::name))
        .forEach(code::addEnumItemObject);
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("urn:aid-ledger:problem:FUND_FROZEN"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("In the language of Accept-Language"))
        .addProperty("code", code)
        .addProperty("field", new StringSchema().example("donations[3].donor.name"))
        .addProperty("facts", new ObjectSchema().additionalProperties(true))
        .addProperty("instance", new StringSchema());
  }
}
