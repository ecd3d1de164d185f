package org.aidledger.api.sheet;

import java.util.Map;
import org.aidledger.api.problem.ApiCode;
import org.aidledger.api.problem.ApiProblem;

/** What can be wrong with a file as a whole, as answers. */
final class FileProblems {

  private static final String FIELD = "file";

  private FileProblems() {}

  static ApiProblem of(ApiCode code) {
    return new ApiProblem(code, FIELD);
  }

  /** Near this line the file is wrong. */
  static ApiProblem at(ApiCode code, long line) {
    return new ApiProblem(code, FIELD, Map.of("line", line));
  }

  static ApiProblem limit(ApiCode code, long max, long line) {
    return new ApiProblem(code, FIELD, Map.of("max", max, "line", line));
  }

  /**
   * A file that is neither a workbook nor a separated text.
   *
   * @param format what it is instead, a word of the group {@code format}
   */
  static ApiProblem unsupported(String format) {
    return new ApiProblem(ApiCode.FILE_KIND_UNSUPPORTED, FIELD, Map.of("format", format));
  }

  /** A part of a workbook that is broken or not allowed. */
  static ApiProblem damaged(String part) {
    return new ApiProblem(ApiCode.FILE_DAMAGED, FIELD, Map.of("part", part));
  }
}
