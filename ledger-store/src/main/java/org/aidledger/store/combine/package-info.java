/** Flat combining: many callers share the cost of one piece of work. */
@NullMarked
package org.aidledger.store.combine;

import org.jspecify.annotations.NullMarked;
