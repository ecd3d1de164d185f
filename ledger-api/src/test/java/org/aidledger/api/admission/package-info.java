/** The door to the queue of orders. */
@NullMarked
package org.aidledger.api.admission;

import org.jspecify.annotations.NullMarked;
