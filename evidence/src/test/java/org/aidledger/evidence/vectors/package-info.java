/** The test vectors of docs/evidence/vectors. */
@NullMarked
package org.aidledger.evidence.vectors;

import org.jspecify.annotations.NullMarked;
