/** Source documents: taken in, kept encrypted, listed at their entries, and given out on record. */
@NullMarked
package org.aidledger.api.document;

import org.jspecify.annotations.NullMarked;
