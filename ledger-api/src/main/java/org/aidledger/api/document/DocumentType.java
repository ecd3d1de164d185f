package org.aidledger.api.document;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a source document may be, known by its first bytes and never by its name. The signature must
 * stand at the very beginning, so that nothing passes which a browser could take for markup.
 */
enum DocumentType {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff"),
  TIFF("image/tiff", "49492a00|4d4d002a"),
  WEBP("image/webp", "52494646.{8}57454250");

  /** Bytes that tell every type. */
  static final int HEAD = 12;

  private final String mediaType;
  private final Pattern signature;

  DocumentType(String mediaType, String signature) {
    this.mediaType = mediaType;
    this.signature = Pattern.compile(signature);
  }

  /**
   * The type of a file.
   *
   * @param head its first {@value #HEAD} bytes, or all if it is shorter
   */
  static Optional<DocumentType> of(byte[] head) {
    String hex = HexFormat.of().formatHex(head);
    return Arrays.stream(values())
        .filter(type -> type.signature.matcher(hex).lookingAt())
        .findFirst();
  }

  /** All types, as a refusal names them. */
  static String all() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  String mediaType() {
    return mediaType;
  }
}
