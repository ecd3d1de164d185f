/**
 * Reads what clients send: strict JSON within limits, and the shapes of its fields. What cannot be
 * read is refused with a code and the field that is to blame, before anything else happens.
 */
@NullMarked
package org.aidledger.api.json;

import org.jspecify.annotations.NullMarked;
