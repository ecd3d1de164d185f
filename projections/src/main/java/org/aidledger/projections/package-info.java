/** What every read model shares: where it lies, how far it is, and how its lists are paged. */
@NullMarked
package org.aidledger.projections;

import org.jspecify.annotations.NullMarked;
