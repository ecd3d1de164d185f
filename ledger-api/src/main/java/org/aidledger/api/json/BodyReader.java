package org.aidledger.api.json;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body up to a limit, whatever length it announced, if it announced any. */
final class BodyReader {

  private BodyReader() {}

  static ObjectNode read(HttpServletRequest request, int maxBytes, boolean optional) {
    if (request.getContentLengthLong() > maxBytes) {
      throw tooLarge(maxBytes);
    }
    byte[] bytes = bytes(request, maxBytes);
    if (bytes.length == 0) {
      if (optional) {
        return JsonNodeFactory.instance.objectNode();
      }
      throw new ApiProblem(ApiCode.BODY_MISSING);
    }
    requireJson(request);
    return StrictJson.read(bytes);
  }

  private static byte[] bytes(HttpServletRequest request, int maxBytes) {
    try {
      InputStream in = request.getInputStream();
      // The server ends the stream at the announced length, so that no more room is needed.
      long announced = request.getContentLengthLong();
      byte[] bytes = in.readNBytes(announced < 0 ? maxBytes + 1 : (int) announced);
      if (bytes.length > maxBytes) {
        throw tooLarge(maxBytes);
      }
      return bytes;
    } catch (IOException e) {
      // The client stopped half-way or broke the chunked coding.
      throw new ApiProblem(ApiCode.MALFORMED_REQUEST);
    }
  }

  private static void requireJson(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (!isJson(request.getContentType())
        || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
      throw new ApiProblem(ApiCode.MEDIA_TYPE_UNSUPPORTED);
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static ApiProblem tooLarge(int maxBytes) {
    return new ApiProblem(ApiCode.BODY_TOO_LARGE, null, Map.of("maxBytes", maxBytes));
  }
}
