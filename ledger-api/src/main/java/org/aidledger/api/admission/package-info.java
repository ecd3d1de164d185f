/**
 * How much may wait to be recorded at once: what goes beyond it is turned away with a time to come
 * back, so that those who were let in are answered soon.
 */
@NullMarked
package org.aidledger.api.admission;

import org.jspecify.annotations.NullMarked;
