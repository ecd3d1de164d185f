package org.aidledger.api.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an answer with its length in front, in one piece. Written as it is made it would go out in
 * chunks, the last one empty: two packets for each answer, of which the second says nothing.
 */
final class MeasuredJson extends JacksonJsonHttpMessageConverter {

  /** Most answers are shorter. */
  private static final int USUAL_BYTES = 1_024;

  MeasuredJson(JsonMapper json) {
    super(json);
  }

  @Override
  protected void writeInternal(
      Object answer,
      ResolvableType type,
      HttpOutputMessage message,
      @Nullable Map<String, Object> hints)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    super.writeInternal(answer, type, new Held(message.getHeaders(), bytes), hints);
    message.getHeaders().setContentLength(bytes.size());
    bytes.writeTo(message.getBody());
  }

  private record Held(HttpHeaders headers, OutputStream bytes) implements HttpOutputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getBody() {
      return bytes;
    }
  }
}
