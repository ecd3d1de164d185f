/** Reading with a known position: one's own writes, and what was known in the past. */
@NullMarked
package org.aidledger.api.reading;

import org.jspecify.annotations.NullMarked;
