/** Who acts: the account behind a request and what it may do. */
@NullMarked
package org.aidledger.api.actor;

import org.jspecify.annotations.NullMarked;
