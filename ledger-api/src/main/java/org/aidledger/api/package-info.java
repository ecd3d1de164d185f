/** The application: wiring, REST, pages and security around the ledger. */
@NullMarked
package org.aidledger.api;

import org.jspecify.annotations.NullMarked;
