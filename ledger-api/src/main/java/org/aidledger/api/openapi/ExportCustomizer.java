package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.aidledger.api.export.Export;
import org.aidledger.api.export.ExportFormat;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes the lists that are files: the ending of the address says the format. */
final class ExportCustomizer implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    boolean file =
        Arrays.stream(handler.getMethodParameters())
            .anyMatch(parameter -> parameter.getParameterType() == Export.class);
    if (file) {
      operation.addParametersItem(format()).addParametersItem(language());
      Content content = new Content();
      for (ExportFormat format : ExportFormat.values()) {
        content.addMediaType(
            format.type().getType() + "/" + format.type().getSubtype(),
            new MediaType().schema(new BinarySchema()));
      }
      operation.setResponses(
          new ApiResponses()
              .addApiResponse(
                  "200",
                  new ApiResponse()
                      .description(
                          "The whole list, read while it is sent; a connection that ends early"
                              + " means that it is not whole.")
                      .content(content)));
    }
    return operation;
  }

  private static Parameter format() {
    StringSchema endings = new StringSchema();
    Arrays.stream(ExportFormat.values())
        .map(ExportFormat::ending)
        .forEach(endings::addEnumItemObject);
    return new PathParameter().name(Export.FORMAT).schema(endings);
  }

  private static Parameter language() {
    StringSchema codes = new StringSchema();
    codes.addEnumItemObject("zh");
    codes.addEnumItemObject("en");
    return new QueryParameter()
        .name("lang")
        .required(false)
        .description("Of titles and words, instead of the Accept-Language header.")
        .schema(codes);
  }
}
