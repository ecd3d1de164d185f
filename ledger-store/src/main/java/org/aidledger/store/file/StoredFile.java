package org.aidledger.store.file;

import java.util.UUID;

/**
 * A file that was stored whole.
 *
 * @param sha256 of the clear content, 64 hexadecimal digits in lower case
 * @param size in bytes of the clear content
 */
public record StoredFile(UUID fileId, String sha256, long size) {}
