/**
 * What went wrong, told to people and programs alike: stable codes, texts in two languages, and
 * answers of the media type application/problem+json (RFC 9457).
 */
@NullMarked
package org.aidledger.api.problem;

import org.jspecify.annotations.NullMarked;
