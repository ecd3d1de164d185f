package org.aidledger.api.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;

/** Reads a note as it is sent, up to a limit, under whatever name of a type. */
final class NoteBody {

  /** A head with eight countersignatures has about 1,500 bytes. */
  static final int MAX_BYTES = 16_384;

  private NoteBody() {}

  static String read(HttpServletRequest request) {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      throw new ApiProblem(ApiCode.BODY_MISSING);
    }
    if (bytes.length > MAX_BYTES) {
      throw new ApiProblem(ApiCode.BODY_TOO_LARGE, null, Map.of("maxBytes", MAX_BYTES));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ApiProblem(ApiCode.INVALID_UTF8);
    }
  }

  private static byte[] bytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      // The client stopped half-way or broke the chunked coding.
      throw new ApiProblem(ApiCode.MALFORMED_REQUEST);
    }
  }
}
