package org.aidledger.api.openapi;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.api.json.JsonBody;
import org.aidledger.api.upload.Upload;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;

/** Describes a body by the record that its {@link JsonBody} names, and uploads by their file. */
final class BodyCustomizer implements OperationCustomizer {

  /** The schemas of all bodies described so far. */
  private final Map<String, Schema<?>> schemas = new TreeMap<>();

  Map<String, Schema<?>> schemas() {
    synchronized (schemas) {
      return Map.copyOf(schemas);
    }
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      JsonBody body = parameter.getParameterAnnotation(JsonBody.class);
      if (body != null) {
        operation.requestBody(describe(body));
      }
      if (parameter.getParameterType() == Upload.class) {
        operation.requestBody(upload());
      }
    }
    return operation;
  }

  private RequestBody describe(JsonBody body) {
    ResolvedSchema resolved =
        ModelConverters.getInstance()
            .resolveAsResolvedSchema(new AnnotatedType(body.value()).resolveAsRef(true));
    synchronized (schemas) {
      resolved.referencedSchemas.forEach((name, schema) -> schemas.put(name, schema));
    }
    return new RequestBody()
        .required(!body.optional())
        .description("At most " + body.maxBytes() + " bytes.")
        .content(
            new Content()
                .addMediaType("application/json", new MediaType().schema(resolved.schema)));
  }

  private static RequestBody upload() {
    Schema<?> form = new ObjectSchema().addProperty(Upload.FILE, new BinarySchema());
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType("multipart/form-data", new MediaType().schema(form)));
  }
}
