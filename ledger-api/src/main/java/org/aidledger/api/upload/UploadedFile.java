package org.aidledger.api.upload;

import java.io.InputStream;

/**
 * The file of an upload while it arrives.
 *
 * @param name as the sender called it, without folders and without characters that cannot be seen
 * @param content bounded; a longer file ends in an {@code ApiProblem} while it is read
 */
public record UploadedFile(String name, InputStream content) {}
