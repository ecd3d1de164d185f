/** Pages for entries that are neither donations nor payouts. */
@NullMarked
package org.aidledger.api.web.entry;

import org.jspecify.annotations.NullMarked;
