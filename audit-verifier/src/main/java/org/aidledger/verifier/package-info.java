/** Checks a receipt or an audit package and says what was found. */
@NullMarked
package org.aidledger.verifier;

import org.jspecify.annotations.NullMarked;
