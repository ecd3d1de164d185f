/** What PostgreSQL's COPY wants around rows in its binary format. */
@NullMarked
package org.aidledger.store.copy;

import org.jspecify.annotations.NullMarked;
