/** Long histories of random orders, checked after every order by a book kept independently. */
@NullMarked
package org.aidledger.core.history;

import org.jspecify.annotations.NullMarked;
