/** People as they come in and go out: sealed on the way in, opened for those who may read. */
@NullMarked
package org.aidledger.api.person;

import org.jspecify.annotations.NullMarked;
