/** Reads events out of a package: lines, leaves, and what the payloads say. */
@NullMarked
package org.aidledger.verifier.event;

import org.jspecify.annotations.NullMarked;
