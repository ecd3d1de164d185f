/** The auditor as a witness: a key that never leaves his machine, and what he countersigns. */
@NullMarked
package org.aidledger.verifier.witness;

import org.jspecify.annotations.NullMarked;
