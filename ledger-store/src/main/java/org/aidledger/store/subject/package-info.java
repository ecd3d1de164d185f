/** People as random ids: their keys, how they are recognised again, and the end of a key. */
@NullMarked
package org.aidledger.store.subject;

import org.jspecify.annotations.NullMarked;
