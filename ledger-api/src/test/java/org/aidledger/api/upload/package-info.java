/** Uploads, read part by part. */
@NullMarked
package org.aidledger.api.upload;

import org.jspecify.annotations.NullMarked;
