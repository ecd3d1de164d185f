/**
 * The PostgreSQL that runs inside the application, so that one machine needs no database set up.
 */
@NullMarked
package org.aidledger.store.postgres;

import org.jspecify.annotations.NullMarked;
