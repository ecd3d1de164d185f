/** Puts the parts together: database, store, domain, read models. */
@NullMarked
package org.aidledger.api.wiring;

import org.jspecify.annotations.NullMarked;
