/** Files kept encrypted in the database, under keys of their own that end with them. */
@NullMarked
package org.aidledger.store.file;

import org.jspecify.annotations.NullMarked;
