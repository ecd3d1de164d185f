package org.aidledger.api.upload;

import org.jspecify.annotations.Nullable;

/**
 * The check of a page's token that an upload brings as its first part. A filter cannot make it,
 * because it would have to read the parts; it leaves it in the request under {@link #ATTRIBUTE}.
 */
@FunctionalInterface
public interface UploadToken {

  /** Where the request keeps a check that is still to be made. */
  String ATTRIBUTE = UploadToken.class.getName();

  /**
   * Whether the request comes from a page of this session.
   *
   * @param given what the first part says, absent if that part is something else
   */
  boolean matches(@Nullable String given);
}
