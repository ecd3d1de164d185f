/** Secrets in files of their own, which only their owner may read. */
@NullMarked
package org.aidledger.store.secret;

import org.jspecify.annotations.NullMarked;
