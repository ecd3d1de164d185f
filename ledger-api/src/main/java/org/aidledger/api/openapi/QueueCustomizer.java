package org.aidledger.api.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import org.aidledger.api.admission.BesideTheBook;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Says of every request that records something that it may be turned away for a while. */
final class QueueCustomizer implements OperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (records(handler)) {
      operation.getResponses().addApiResponse("429", turnedAway());
    }
    return operation;
  }

  private static boolean records(HandlerMethod handler) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    return mapping != null
        && Arrays.stream(mapping.method()).noneMatch(RequestMethod.GET::equals)
        && !handler.hasMethodAnnotation(BesideTheBook.class)
        && !handler.getBeanType().isAnnotationPresent(BesideTheBook.class);
  }

  private static ApiResponse turnedAway() {
    return new ApiResponse()
        .description(
            "QUEUE_FULL: too much waits to be recorded. Nothing of this request was done; the same"
                + " request may be sent again after the time given.")
        .addHeaderObject(
            HttpHeaders.RETRY_AFTER,
            new Header()
                .description("Whole seconds, 1 or more")
                .schema(new IntegerSchema().minimum(java.math.BigDecimal.ONE)))
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(
                            new Schema<>()
                                .$ref("#/components/schemas/" + OpenApiConfiguration.PROBLEM))));
  }
}
